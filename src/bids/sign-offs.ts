/** The table in which people sign for a bid, by the id that every scheme gives it: a signature stands for one bid. */
export const signOffs = "sign-offs";
