import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that a spec can cut: for outages and for answers that never arrive. */
export interface CuttableProxy {
  url: string;
  /** From now on the server's answers are lost; what is sent to it still arrives. */
  loseAnswers(): void;
  /** Breaks every connection; new ones work as before. */
  cut(): void;
  /** Nobody answers any more. */
  down(): Promise<void>;
  /** Back on the same port, answers and all. */
  up(): Promise<void>;
}

export async function startProxy(targetUrl: string): Promise<CuttableProxy> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let answering = true;
  const track = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const upstream = track(connect(Number(target.port), target.hostname));
    track(client).pipe(upstream);
    upstream.on('data', (data) => answering && client.write(data));
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(targetUrl);
  url.host = `127.0.0.1:${port}`;
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: url.toString(),
    loseAnswers: () => void (answering = false),
    cut,
    down: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
    async up() {
      answering = true;
      if (!server.listening) await listen(port);
    },
  };
}
