import { policyReportsSchema, violationsOf } from './policy-report.js';

const violations = (sent: unknown) => violationsOf(policyReportsSchema.parse(sent));
const site = 'https://cx.example.org';

describe('what browsers report', () => {
  it('is read in the form of report-uri', () => {
    const report = {
      'document-uri': `${site}/invite/SECRET`, referrer: `${site}/invite/SECRET`, 'violated-directive': 'script-src-elem', 'effective-directive': 'script-src-elem', 'original-policy': `default-src 'none'`,
      disposition: 'enforce', 'blocked-uri': 'https://evil.test/SECRET?q=SECRET', 'line-number': 12, 'column-number': 7, 'source-file': `${site}/assets/react-BelN01AZ.js`, 'status-code': 200, 'script-sample': 'SECRET',
    };
    expect(violations({ 'csp-report': report })).toEqual([{ directive: 'script-src-elem', blocked: 'evil.test', at: 'cx.example.org/assets/react-BelN01AZ.js:12:7' }]);
  });

  it('is read in the form of the Reporting API, other reports left out', () => {
    const body = { documentURL: `${site}/invite/SECRET`, effectiveDirective: 'require-trusted-types-for', blockedURL: 'trusted-types-sink', sample: 'Element innerHTML|SECRET', disposition: 'enforce', statusCode: 200 };
    const sent = [{ type: 'csp-violation', age: 1, url: `${site}/invite/SECRET`, user_agent: 'SECRET', body }, { type: 'deprecation', body: {} }];
    expect(violations(sent)).toEqual([{ directive: 'require-trusted-types-for', blocked: 'trusted-types-sink', at: ':0:0' }]);
  });

  it.each([
    [`${site}/invite/SECRET`, 'cx.example.org'],
    [`${site}/before-paint.js?SECRET`, 'cx.example.org/before-paint.js'],
    ['data:text/html,SECRET', 'data:'],
    ['blob:https://cx.example.org/SECRET', 'blob:'],
    ['inline', 'inline'],
    ['SECRET \u001b[31m', 'unreadable'],
    [`https://${'a'.repeat(5000)}.test/`, /^a{200}$/],
    ['', ''],
  ])('tells of %j only %p', (address, told) => {
    const [found] = violations({ 'csp-report': { 'effective-directive': 'img-src\nforged line', 'blocked-uri': address } });
    expect(found).toMatchObject({ directive: 'img-src', blocked: typeof told === 'string' ? told : expect.stringMatching(told) });
  });

  it.each([{}, [], { 'csp-report': null }, [{ body: {} }], 'text', { 'csp-report': { 'line-number': -1 } }, Array.from({ length: 21 }, () => ({ type: 'x', body: {} }))])('is %j or not', (sent) => {
    expect(policyReportsSchema.safeParse(sent).success).toBe(Array.isArray(sent) && sent.length === 0);
  });
});
