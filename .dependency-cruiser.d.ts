export const ranks: string[][];
