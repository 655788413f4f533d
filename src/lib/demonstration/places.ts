/** Municipality codes of the places that the demonstration shows. */
export const saffle = '1785';
export const orsa = '2034';
export const kristinehamn = '1781';

export const demonstrationPlaces = [saffle, orsa, kristinehamn] as const;
