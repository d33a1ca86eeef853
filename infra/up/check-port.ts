import { createServer } from 'node:net';
import { PortInUse } from '@huiyin/runtime/server';

/** Before minutes are spent on everything else. Rejects with PortInUse. */
export function checkPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
