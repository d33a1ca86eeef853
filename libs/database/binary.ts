/**
 * One-dimensional arrays in PostgreSQL's binary format: no quoting here, no parsing there.
 * Layout: dimensions, has-nulls flag, element type, size, lower bound; then per element its length (-1: NULL) and bytes.
 */
const OID = { bytea: 17, int2: 21, int4: 23, text: 25, json: 114, timestamptz: 1184, uuid: 2950 } as const;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const UUID_BYTES = 16;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** PostgreSQL counts microseconds from the year 2000. */
const EPOCH_ms = Date.UTC(2000, 0, 1);

function allocate(type: keyof typeof OID, size: number, elementBytes: number, nulls = 0): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + size * LENGTH_BYTES + elementBytes);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(nulls, 4);
  buffer.writeInt32BE(OID[type], 8);
  buffer.writeInt32BE(size, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}

function integers(type: 'int2' | 'int4', values: readonly (number | null)[]): Buffer {
  const bytes = type === 'int2' ? 2 : 4;
  const buffer = allocate(type, values.length, values.length * bytes, 1);
  let at = HEADER_BYTES;
  for (const value of values) {
    at = buffer.writeInt32BE(value === null ? -1 : bytes, at);
    if (value !== null) at = buffer.writeIntBE(value, at, bytes);
  }
  return buffer.subarray(0, at);
}

/** Throws RangeError for what the type cannot hold. */
export const int2Array = (values: readonly (number | null)[]): Buffer => integers('int2', values);
export const int4Array = (values: readonly (number | null)[]): Buffer => integers('int4', values);

function strings(type: 'text' | 'json', values: readonly string[]): Buffer {
  let bytes = 0;
  for (const value of values) bytes += Buffer.byteLength(value);
  const buffer = allocate(type, values.length, bytes);
  let at = HEADER_BYTES;
  for (const value of values) {
    const length = buffer.write(value, at + LENGTH_BYTES, 'utf8');
    buffer.writeInt32BE(length, at);
    at += LENGTH_BYTES + length;
  }
  return buffer;
}

export const textArray = (values: readonly string[]): Buffer => strings('text', values);
export const jsonArray = (values: readonly string[]): Buffer => strings('json', values);

export function bytesArray(values: readonly Buffer[]): Buffer {
  const buffer = allocate(
    'bytea',
    values.length,
    values.reduce((sum, { length }) => sum + length, 0),
  );
  let at = HEADER_BYTES;
  for (const value of values) {
    at = buffer.writeInt32BE(value.length, at);
    at += value.copy(buffer, at);
  }
  return buffer;
}

/** Throws RangeError for what is no UUID. */
export function uuidArray(values: readonly string[]): Buffer {
  const buffer = allocate('uuid', values.length, values.length * UUID_BYTES);
  let at = HEADER_BYTES;
  for (const value of values) {
    if (!UUID.test(value)) throw new RangeError(`not a UUID: ${value}`);
    at = buffer.writeInt32BE(UUID_BYTES, at);
    at += buffer.write(value.replaceAll('-', ''), at, 'hex');
  }
  return buffer;
}

/** Throws RangeError for what is no ISO 8601 instant. */
export function instantArray(values: readonly string[]): Buffer {
  const buffer = allocate('timestamptz', values.length, values.length * 8);
  let at = HEADER_BYTES;
  for (const value of values) {
    const time_ms = Date.parse(value);
    if (Number.isNaN(time_ms)) throw new RangeError(`not an instant: ${value}`);
    at = buffer.writeInt32BE(8, at);
    at = buffer.writeBigInt64BE(BigInt(time_ms - EPOCH_ms) * 1_000n, at);
  }
  return buffer;
}
