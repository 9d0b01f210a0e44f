/** Where a correction stands: it waits, or it was decided on, or taken back (also by sending another). Pure. */
export const proposalStates = ["pending", "accepted", "rejected", "withdrawn"] as const;
export type ProposalState = (typeof proposalStates)[number];
