declare module 'kafkajs/src/network/requestQueue' {
  const RequestQueue: { prototype: { scheduleCheckPendingRequests: () => void } };
  export default RequestQueue;
}
