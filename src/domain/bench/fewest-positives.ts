/** Below this many phantom rows a figure says little: screens warn, and nothing is set by it of itself. */
export const fewestPositives = 30
