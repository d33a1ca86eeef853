export * from './may-see';
export * from './sight';
export * from './sql';
export * from './viewer';
export * from './case-guard';
export * from './identify';
