import { variantsOf } from '../variants';
import { forgetsRequest } from './mistakes/forgets-request';
import { ignoresDemand } from './mistakes/ignores-demand';
import { unboundedRequest } from './mistakes/unbounded-request';
import { ReactiveStreams } from './reactive-streams';

export const variants = variantsOf(ReactiveStreams, {
	'ignores-demand': ignoresDemand,
	'unbounded-request': unboundedRequest,
	'forgets-request': forgetsRequest
});
