/** The last line of a run, for people and for whatever counts: a file that does not even load is a failure too. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    // jest writes its own summary to stderr; this goes the same way, so that it comes after it
    process.stderr.write(`\n${results.numPassedTests} passed, ${failed} failed\n`);
  }
}
