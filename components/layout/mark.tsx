/** The small mark: one arch under a red deck. */
export function Mark() {
  return (
    <svg className="site-mark" viewBox="0 0 32 22" width="32" height="22" aria-hidden="true">
      <rect width="32" height="3" className="fill-brick" />
      <path d="M0 5h32v17h-7a9 9 0 0 0-18 0H0z" className="fill-ink" />
    </svg>
  );
}
