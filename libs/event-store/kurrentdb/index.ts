export { BadConnectionString, RefusedByServer, UnsupportedServer } from './errors';
export { NAMESPACE } from './names';
export { openKurrentDbEventStore, type KurrentDbOptions } from './store';
