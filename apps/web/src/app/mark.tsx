/** The product's sign: two nerves that meet in one point. */
export const Mark = ({ size = 30 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden>
    <rect width="32" height="32" rx="9" fill="var(--accent)" />
    <g stroke="var(--on-accent)" strokeWidth="2.4" strokeLinecap="round">
      <path d="M5.5 22.5c4.2 0 4.6-4.6 7.4-8.4 1.4-1.9 3.1-3 5.4-3" opacity=".85" />
      <path d="M5.5 9.5c4.2 0 4.6 4.6 7.4 8.4 1.4 1.9 3.1 3 5.4 3" opacity=".5" />
    </g>
    <circle cx="22.4" cy="16" r="4.6" fill="var(--on-accent)" />
  </svg>
);
