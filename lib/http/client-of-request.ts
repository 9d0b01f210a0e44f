import { headers } from "next/headers";
import { clientAddressHeader } from "./client-address.ts";

/** The address of who sent the request that is being answered, as the front server tells it. */
export const clientOfRequest = async (): Promise<string> => (await headers()).get(clientAddressHeader) ?? "unknown";
