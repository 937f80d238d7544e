/** How large text can be, as a multiple of 100 %. */
export const TEXT = { least: 1, most: 2 } as const;
