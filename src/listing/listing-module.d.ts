/** A source file as the build highlighted it; see `src/build/listing.ts`. */
declare module '*?listing' {
	import type { Listing } from './listing';

	const listing: Listing;
	export default listing;
}
