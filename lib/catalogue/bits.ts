/** How many practices one row of CatalogueBits holds, a bit each. */
export const segmentSize = 8192;
