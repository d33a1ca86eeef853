import 'reflect-metadata';
import { silentLog } from '@huiyin/kernel';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { createServer, type AddressInfo } from 'node:net';
import { assertPortFree, PortInUse, startServer } from './server';

@Controller()
class Hello {
  @Get('hello')
  hello(): string {
    return 'hello';
  }

  @Post('hello')
  write(): string {
    return 'written';
  }
}

@Module({ controllers: [Hello] })
class HelloModule {}

const start = (port = 0) => startServer({ module: HelloModule, port, host: '127.0.0.1', log: silentLog });
const portOf = (app: Awaited<ReturnType<typeof start>>): number =>
  (app.getHttpServer().address() as AddressInfo).port;

test('a server answers on the port that it was given, and no longer after it was closed', async () => {
  const app = await start();
  const address = `http://127.0.0.1:${portOf(app)}/hello`;
  expect(await (await fetch(address)).text()).toBe('hello');
  await app.close();
  await expect(fetch(address)).rejects.toThrow();
});

test('a port in use is told in words, before and at the start', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(assertPortFree(port, '127.0.0.1')).rejects.toThrow(PortInUse);
  await expect(start(port)).rejects.toThrow(`port ${port} is in use`);
  await new Promise((resolve) => other.close(resolve));
  await expect(assertPortFree(port, '127.0.0.1')).resolves.toBeUndefined();
});

test('it leaves signals to the program: nothing here ends the process on its own', async () => {
  const before = process.listenerCount('SIGTERM') + process.listenerCount('SIGINT');
  const app = await start();
  expect(process.listenerCount('SIGTERM') + process.listenerCount('SIGINT')).toBe(before);
  await app.close();
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
  'a body of %s is not taken for JSON',
  async (type) => {
    const app = await start();
    const headers = { 'content-type': type };
    const answer = await fetch(`http://127.0.0.1:${portOf(app)}/hello`, {
      method: 'POST',
      body: '{}',
      headers,
    });
    expect(answer.status).toBe(415);
    await app.close();
  },
);
