// Lets boxes from Lyhörd grow with what is in them. Without it they keep their height and scroll inside.
(() => {
	const { origin } = new URL(document.currentScript.src);
	const frames = () =>
		[...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(origin + '/'));
	addEventListener('message', ({ origin: from, source, data }) => {
		const said = from === origin && data && data.lyhord;
		const frame = said && frames().find(({ contentWindow }) => contentWindow === source);
		if (!frame) return;
		const height = Math.min(Number(said.height), 9999);
		if (height > frame.clientHeight) frame.style.height = Math.ceil(height) + 'px';
		if (said.top && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
	});
	for (const { contentWindow } of frames()) contentWindow.postMessage('lyhord', '*');
})();
