/** The radius of a message that stands alone or travels, in CSS pixels. */
export const MARK_RADIUS = 5.5;
