/** Prints a line a story and the sum as JSON on the last line. */
export default class Reporter {
  onTestResult(_test, { testResults, testExecError, testFilePath }) {
    for (const { status, fullName, duration, failureMessages } of testResults) {
      if (status === 'pending' || status === 'todo') continue;
      console.log(`${status === 'passed' ? 'ok' : 'not ok'}  ${fullName} (${((duration ?? 0) / 1000).toFixed(1)} s)`);
      for (const message of failureMessages) console.log(message.replace(/^/gm, '    '));
    }
    if (testExecError != null) console.log(`not ok  ${testFilePath}\n${String(testExecError.stack ?? testExecError.message ?? testExecError).replace(/^/gm, '    ')}`);
  }

  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter(({ testExecError }) => testExecError != null).length;
    console.log(JSON.stringify({ passed: results.numPassedTests, failed: results.numFailedTests + broken, skipped: results.numPendingTests + results.numTodoTests }));
  }
}
