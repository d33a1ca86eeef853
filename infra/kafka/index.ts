export * from './broker';
export { ensureJars, kafkaMissing } from './jars';
export { KafkaFailed, KafkaUnavailable } from './tools';
