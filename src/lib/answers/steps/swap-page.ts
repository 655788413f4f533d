/** Shows another answer of the server in place of the page, without leaving it. */
export function swapPage(html: string): void {
	const next = new DOMParser().parseFromString(html, 'text/html');
	document.title = next.title;
	document.documentElement.lang = next.documentElement.lang;
	document.documentElement.dir = next.documentElement.dir;
	document.body.replaceWith(document.adoptNode(next.body));
}
