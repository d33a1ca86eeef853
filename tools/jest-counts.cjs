// A Jest reporter that leaves the run's counts in a file, for the closing line of tools/test.mjs.
const { writeFileSync } = require('node:fs');

module.exports = class Counts {
  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      // A suite that could not even be loaded holds no test to count.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(process.env.HUIYIN_TEST_COUNTS, JSON.stringify(counts));
  }
};
