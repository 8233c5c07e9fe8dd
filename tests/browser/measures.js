// What a browser made of a page, told as plain lists; an empty list means that nothing is wrong.
window.measures = (() => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true });

  const name = (element) =>
    element.tagName.toLowerCase() + (element.className && element.className.trim ? "." + element.className.trim().replace(/\s+/g, ".") : "");
  function ancestors(element) {
    const found = [];
    for (let each = element; each; each = each.parentElement) found.push(each);
    return found;
  }

  function remembering(measure) {
    const known = new Map();
    return (element) => {
      if (!known.has(element)) known.set(element, measure(element));
      return known.get(element);
    };
  }

  const language = (element) => element.closest("[lang]").lang;
  const isClippedAway = (element) => ancestors(element).some((each) => getComputedStyle(each).clipPath !== "none");
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getClientRects().length > 0 &&
    !isClippedAway(element);

  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && isSeen(node.parentElement)) found.push(node);
    }
    return found;
  }

  function rectangle(node, start, end) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return range.getBoundingClientRect();
  }

  function sideways() {
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return isSeen(element) && (box.left < -1 || box.right > page.clientWidth + 1);
    });
    return [`${page.scrollWidth} in ${page.clientWidth}`, ...wide.slice(0, 5).map(name)];
  }

  function cut() {
    return [...document.querySelectorAll("main *, header *, footer *")]
      .filter((element) => isSeen(element) && element.textContent.trim() && !element.closest("[aria-hidden='true']"))
      .filter((element) => {
        const style = getComputedStyle(element);
        const hides = (overflow) => overflow === "hidden" || overflow === "clip";
        return (
          (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map(name);
  }

  // The parts of a page that stand above what is read before them. A byline may stand beside or below the picture.
  function disorder() {
    return [...document.querySelectorAll("main, main > article, main > div")].flatMap((whole) => {
      const parts = [...whole.children].filter((part) => isSeen(part) && !part.matches(".post-rail, .half"));
      return parts.filter((part, index) =>
        parts.slice(0, index).some((earlier) => earlier.getBoundingClientRect().top > part.getBoundingClientRect().top + 1),
      );
    }).map(name);
  }

  function shapedArabic() {
    return [...document.body.querySelectorAll("*")]
      .filter((element) => language(element) === "ar")
      .map((element) => [name(element), getComputedStyle(element)])
      .filter(([, style]) => !["normal", "0px"].includes(style.letterSpacing) || style.fontStyle !== "normal")
      .map(([element, style]) => `${element} ${style.letterSpacing} ${style.fontStyle}`);
  }

  function turned() {
    const stated = [...document.querySelectorAll("[dir]:not([dir=auto])")].filter((element) => getComputedStyle(element).direction !== element.dir);
    const spoken = [...document.querySelectorAll("h1, h2, h3, p, li, dt, dd, td, th, main, footer, figure")]
      .filter((element) => !element.closest("[dir]:not([lang]):not(body)"))
      .filter((element) => getComputedStyle(element).direction !== (language(element) === "ar" ? "rtl" : "ltr"));
    return [...stated, ...spoken].map(name);
  }

  function colour(text) {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = text;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    return { red, green, blue, alpha: alpha / 255 };
  }

  function over(above, below) {
    const mixed = (part) => above[part] * above.alpha + below[part] * (1 - above.alpha);
    return { red: mixed("red"), green: mixed("green"), blue: mixed("blue"), alpha: 1 };
  }

  // The colour behind an element's text, or nothing where a picture or a gradient is.
  function grounds() {
    const canvasColour = colour("Canvas");
    const ground = remembering((element) => {
      if (!element) return canvasColour;
      const style = getComputedStyle(element);
      if (style.backgroundImage !== "none") return null;
      const own = colour(style.backgroundColor);
      if (own.alpha === 1) return own;
      const below = ground(element.parentElement);
      return below && over(own, below);
    });
    return ground;
  }

  function luminance({ red, green, blue }) {
    const [r, g, b] = [red, green, blue]
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function ratio(element, below) {
    const ink = colour(getComputedStyle(element).color);
    ink.alpha *= ancestors(element).reduce((product, each) => product * getComputedStyle(each).opacity, 1);
    const [light, dark] = [luminance(over(ink, below)), luminance(below)].sort((one, two) => two - one);
    return (light + 0.05) / (dark + 0.05);
  }

  function contrast() {
    document.getAnimations().forEach((animation) => animation.finish());
    const ground = grounds();
    const spoken = texts().map((node) => node.parentElement).filter((element) => !element.closest("[aria-hidden='true']"));
    const ratios = [...new Set(spoken)].filter(ground).map((element) => [element, ratio(element, ground(element))]);
    return {
      measured: ratios.length,
      weak: ratios.filter(([, each]) => each < 4.5).map(([element, each]) => `${name(element)} ${each.toFixed(2)}`),
    };
  }

  function paperLuminance() {
    return luminance(grounds()(document.querySelector("main")));
  }

  async function brokenPictures() {
    const pictures = [...document.images];
    pictures.forEach((picture) => (picture.loading = "eager"));
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => null)));
    return pictures.filter((picture) => !(picture.naturalWidth > 0)).map((picture) => picture.src);
  }

  // The pieces of a text, such as ["+", "968"], as they stand from left to right: told for each place where it is shown.
  function order(whole, pieces) {
    return texts()
      .filter((node) => node.data.includes(whole))
      .map((node) => {
        let from = node.data.indexOf(whole);
        const boxes = pieces.map((piece) => {
          const at = node.data.indexOf(piece, from);
          from = at + piece.length;
          return { piece, box: rectangle(node, at, from) };
        });
        const lines = new Set(boxes.map(({ box }) => Math.round(box.top)));
        boxes.sort((one, two) => one.box.left - two.box.left);
        return {
          place: ancestors(node.parentElement).map((each) => each.tagName).join(" "),
          shown: boxes.map(({ piece }) => piece),
          lines: lines.size,
        };
      });
  }

  const interactive = () =>
    [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")].filter((element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
    );

  function isOutlined(element) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1.5 && colour(outlineColor).alpha > 0;
  }

  // Where the keyboard is. The outline may be that of the card whose headline is the link.
  function focused() {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    return {
      index: interactive().indexOf(element),
      name: `${name(element)} ${element.textContent.trim().slice(0, 30)}`,
      isOutlined: ancestors(element).some((each) => isOutlined(each)),
      isOnScreen: box.width > 1 && box.height > 1 && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0 && !isClippedAway(element),
    };
  }

  function moving() {
    const seconds = (list) => Math.max(...list.split(",").map((each) => parseFloat(each)));
    return [document.documentElement, ...document.body.querySelectorAll("*")]
      .filter((element) => {
        const style = getComputedStyle(element);
        return (
          style.scrollBehavior === "smooth" ||
          (seconds(style.transitionDuration) > 0.01 && style.transitionProperty !== "none") ||
          (style.animationName !== "none" && seconds(style.animationDuration) > 0.01)
        );
      })
      .map(name);
  }

  const words = (selector) =>
    texts()
      .filter((node) => node.parentElement.closest(selector))
      .map((node) => node.data.trim().replace(/\s+/g, " "));
  const seen = (selector) => [...document.querySelectorAll(selector)].filter(isSeen).map(name);

  return {
    sideways, cut, disorder, shapedArabic, turned, contrast, paperLuminance, brokenPictures, order, interactive, focused, moving,
    words, seen,
  };
})();
