import { isIPv6 } from 'node:net';

const GROUPS = 8;
const OF_NETWORK = 4;

/** What is counted as one place: an address, or for IPv6 the /64 that a customer has as a whole. */
export function networkOf(address: string): string {
  const ipv4 = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (ipv4 !== undefined) return ipv4;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  // An IPv4 address at the end stands for two groups.
  const omitted = tail === undefined ? 0 : GROUPS - before.length - after.length - (address.includes('.') ? 1 : 0);
  const groups = [...before, ...Array.from({ length: omitted }, () => '0'), ...after];
  return groups.slice(0, OF_NETWORK).map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
