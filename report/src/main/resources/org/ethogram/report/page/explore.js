(() => {
  const names = ["vega", "vega-lite", "vega-embed"];
  let loading;

  const script = (name) =>
    new Promise((loaded, failed) => {
      const element = document.createElement("script");
      element.setAttribute("src", `assets/${name}.min.js`);
      element.onload = loaded;
      element.onerror = () => failed(new Error(`assets/${name}.min.js is missing`));
      document.head.append(element);
    });

  const load = () =>
    (loading ??= names.reduce((before, name) => before.then(() => script(name)), Promise.resolve()));

  for (const details of document.querySelectorAll("details.explore")) {
    details.addEventListener("toggle", async () => {
      if (!details.open || details.dataset.drawn) return;
      details.dataset.drawn = "true";
      const chart = details.querySelector(".chart");
      try {
        await load();
        const specification = JSON.parse(details.querySelector("script").textContent);
        await vegaEmbed(chart, specification, {
          renderer: "svg",
          actions: { export: true, source: true, compiled: false, editor: false },
        });
      } catch (error) {
        chart.textContent = `The chart cannot be drawn: ${error.message}`;
      }
    });
  }
})();
