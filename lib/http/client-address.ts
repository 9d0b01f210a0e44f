/** The header in which the front server tells actions who is asking; whatever came in under its name is dropped. */
export const clientAddressHeader = "x-ponte-client";

/**
 * The address of who is asking.
 * @param trusted how many proxies in front add themselves to X-Forwarded-For; with none the header is not believed
 */
export function clientAddress(remote: string | undefined, forwarded: string | undefined, trusted: number): string {
  const chain = [...(forwarded?.split(",").map((one) => one.trim()) ?? []), remote ?? ""].filter(Boolean);
  return (trusted > 0 ? (chain.at(-1 - trusted) ?? chain[0]) : remote) ?? "unknown";
}
