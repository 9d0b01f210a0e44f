import { describe, expect, test } from "vitest";
import { clientAddress } from "../../lib/http/client-address.ts";

describe("who is asking", () => {
  test("is the connection itself where no proxy is trusted, whatever the header claims", () => {
    expect(clientAddress("198.51.100.7", undefined, 0)).toBe("198.51.100.7");
    expect(clientAddress("198.51.100.7", "203.0.113.1", 0)).toBe("198.51.100.7");
  });

  test("is the last address in the header behind one proxy: what stands before it can be forged", () => {
    expect(clientAddress("10.0.0.1", "203.0.113.1", 1)).toBe("203.0.113.1");
    expect(clientAddress("10.0.0.1", "6.6.6.6, 203.0.113.1", 1)).toBe("203.0.113.1");
  });

  test("is the last but one behind two proxies", () => {
    expect(clientAddress("10.0.0.1", "6.6.6.6, 203.0.113.1, 10.0.0.2", 2)).toBe("203.0.113.1");
  });

  test("is the farthest known address where the header is shorter than the proxies are many", () => {
    expect(clientAddress("10.0.0.1", undefined, 1)).toBe("10.0.0.1");
    expect(clientAddress("10.0.0.1", "203.0.113.1", 2)).toBe("203.0.113.1");
  });

  test("empty parts of the header are no addresses", () => {
    expect(clientAddress("10.0.0.1", " , 203.0.113.1 , ", 1)).toBe("203.0.113.1");
  });

  test("is unknown where not even the connection can be told", () => {
    expect(clientAddress(undefined, undefined, 0)).toBe("unknown");
    expect(clientAddress(undefined, undefined, 1)).toBe("unknown");
  });
});
