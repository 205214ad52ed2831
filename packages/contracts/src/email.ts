import { z } from 'zod';

/** What a domain is made of in any script: letters, marks, joiners, digits, hyphens, and the four signs that are dots. Anything else would mean something to a URL. */
const domainText = /^[\p{L}\p{M}\p{N}\p{Join_Control}.\u3002\uff0e\uff61-]+$/u;

/** The URL standard knows how a domain is written in ASCII; servers and browsers share it. */
const addressOfDomain = z.url({ normalize: true });
const scheme = 'https://';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const mailbox = new RegExp(`^(?:[a-z0-9_'+-]+\\.)*[a-z0-9_'+-]*[a-z0-9_+-]@(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$`);

/** The address with its domain in ASCII; as it came when that cannot be done. */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const parsed = domainText.test(domain) ? addressOfDomain.safeParse(`${scheme}${domain}`) : undefined;
  return parsed?.success === true ? `${address.slice(0, at + 1)}${parsed.data.slice(scheme.length).replace(/\/$/, '')}` : address;
}

/**
 * An e-mail address as it is stored and compared: trimmed, in lower case, at most 254 characters, an international domain in punycode
 * (`anna@пример.рф` and `anna@xn--e1afmkfd.xn--p1ai` are one). What stands before the @ is ASCII: other letters need SMTPUTF8 of every
 * mail server on the way, and a letter that does not arrive shuts its reader out.
 */
export const emailSchema = z.string().trim().toLowerCase().max(254).meta({ format: 'idn-email' })
  .transform(withAsciiDomain)
  .pipe(z.email({ pattern: mailbox }).max(254));
