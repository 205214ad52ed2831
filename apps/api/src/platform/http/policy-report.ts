import { z } from 'zod';

const MOST_REPORTS = 20;
const line = z.string().max(20_000);
const place = z.number().int().nonnegative();

/** Browsers may add fields of their own, so objects are open here; what is not read is not kept. */
const ofUri = z.looseObject({
  'csp-report': z.looseObject({
    'effective-directive': line.optional(), 'violated-directive': line.optional(), 'blocked-uri': line.optional(), 'source-file': line.optional(), 'line-number': place.optional(), 'column-number': place.optional(),
  }),
});
const ofApi = z.looseObject({
  type: z.string().max(100),
  body: z.looseObject({ effectiveDirective: line.optional(), blockedURL: line.nullish(), sourceFile: line.nullish(), lineNumber: place.nullish(), columnNumber: place.nullish() }),
});

/** What browsers send: one violation in the form of `report-uri`, or several reports in that of the Reporting API. */
export const policyReportsSchema = z.union([ofUri, z.array(ofApi).max(MOST_REPORTS)]);
export type PolicyReports = z.infer<typeof policyReportsSchema>;

/** A violation as the log keeps it. */
export interface PolicyViolation {
  readonly directive: string;
  readonly blocked: string;
  readonly at: string;
}

const shorten = (text: string): string => text.slice(0, 200);

/** Of an address only the site, or for our own files their path: links carry secrets (an invitation's is its path). */
function told(address: string | null | undefined): string {
  if (address == null || address === '') return '';
  if (!URL.canParse(address)) return /^[a-z-]+$/.test(address) ? shorten(address) : 'unreadable';
  const { protocol, host, pathname } = new URL(address);
  if (!/^https?:$/.test(protocol)) return protocol;
  return shorten(`${host}${/^\/(assets\/[\w.-]+|[\w-]+\.js)$/.test(pathname) ? pathname : ''}`);
}

const violation = (directive: string | undefined, blocked: string | null | undefined, file: string | null | undefined, row: number | null | undefined, column: number | null | undefined): PolicyViolation => ({
  directive: /^[a-z-]{1,50}/.exec(directive ?? '')?.[0] ?? 'unknown',
  blocked: told(blocked),
  at: `${told(file)}:${row ?? 0}:${column ?? 0}`,
});

/** The violations in what a browser sent, without anything that could be a secret or a person's text. */
export function violationsOf(reports: PolicyReports): PolicyViolation[] {
  if (Array.isArray(reports)) {
    return reports
      .filter(({ type }) => type === 'csp-violation')
      .map(({ body }) => violation(body.effectiveDirective, body.blockedURL, body.sourceFile, body.lineNumber, body.columnNumber));
  }
  const report = reports['csp-report'];
  return [violation(report['effective-directive'] ?? report['violated-directive'], report['blocked-uri'], report['source-file'], report['line-number'], report['column-number'])];
}
