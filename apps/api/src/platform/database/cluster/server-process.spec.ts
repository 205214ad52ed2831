import { LaunchFailed } from './server-process.js';

describe('a server that did not start', () => {
  it.each([
    [['LOG:  starting', '2026-11-22 04:00:00 UTC FATAL:  could not create any TCP/IP sockets'], 'could not create any TCP/IP sockets'],
    [['LOG:  starting', 'terminated'], 'terminated'],
    // An empty log, read and split into lines.
    [''.split('\n'), 'it ended without a word'],
  ])('is told by %j as “%s”', (lines, message) => {
    expect(new LaunchFailed(lines).message).toBe(message);
  });
});
