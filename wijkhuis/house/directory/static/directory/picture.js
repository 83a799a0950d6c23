/* Streets behind the map, when the house wants them and this browser can reach them; otherwise the drawing stays. */
(() => {
  "use strict";
  const PATIENCE = 5000;
  const QUIET = 250;
  const CREDIT = '<a href="https://www.kadaster.nl">Kadaster</a>';

  const start = (section) => {
    const tiles = section && section.dataset.tiles;
    if (!tiles || !window.L || section.dataset.started) return;
    section.dataset.started = "1";
    const box = section.dataset.box.split(",").map(Number);
    const probe = new Image();
    const tooLate = setTimeout(() => { probe.src = ""; }, PATIENCE);
    probe.onload = () => { clearTimeout(tooLate); show(section, tiles, box); };
    probe.onerror = () => clearTimeout(tooLate);
    probe.src = tileAddress(tiles, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 13);
  };

  const tileAddress = (tiles, longitude, latitude, zoom) => {
    const size = 2 ** zoom;
    const up = Math.asinh(Math.tan((latitude * Math.PI) / 180));
    const place = { z: zoom, x: Math.floor(((longitude + 180) / 360) * size), y: Math.floor(((1 - up / Math.PI) / 2) * size) };
    return tiles.replace(/{([zxy])}/g, (whole, name) => place[name]);
  };

  const show = (section, tiles, box) => {
    const drawing = section.querySelector(".drawing");
    const sheet = section.querySelector(".picture__streets");
    if (!drawing || !sheet) return;
    drawing.classList.add("drawing--behind");
    sheet.hidden = false;
    const map = L.map(sheet, { scrollWheelZoom: false, zoomControl: false, maxZoom: 19, minZoom: 7 });
    map.attributionControl.setPrefix(false);
    L.control.zoom({ zoomInTitle: section.dataset.wordsIn, zoomOutTitle: section.dataset.wordsOut }).addTo(map);
    map.fitBounds([[box[1], box[0]], [box[3], box[2]]]);
    const streets = L.tileLayer(tiles, { attribution: CREDIT, maxNativeZoom: 19 }).addTo(map);
    let loaded = 0;
    let missed = 0;
    streets.on("tileload", () => { loaded += 1; });
    streets.on("tileerror", () => {
      missed += 1;
      if (missed > 3 && !loaded) back(map, drawing, sheet);
    });
    follow(section, map);
  };

  const back = (map, drawing, sheet) => {
    map.remove();
    sheet.hidden = true;
    drawing.classList.remove("drawing--behind");
  };

  const follow = (section, map) => {
    const marks = L.layerGroup().addTo(map);
    let asked = 0;
    const look = async (first) => {
      const turn = ++asked;
      const seen = map.getBounds();
      const box = [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()].map((side) => side.toFixed(5)).join(",");
      const answer = await fetch(`${section.dataset.points}&vak=${box}${first ? "&omtrek=1" : ""}`, { credentials: "same-origin" });
      if (!answer.ok || turn !== asked) return;
      const { features } = await answer.json();
      marks.clearLayers();
      features.forEach((feature) => (feature.geometry.type === "Point" ? mark(section, feature, marks) : area(feature, map)));
    };
    let waiting = 0;
    map.on("moveend", () => { clearTimeout(waiting); waiting = setTimeout(() => look(false).catch(() => {}), QUIET); });
    look(true).catch(() => {});
  };

  const area = (feature, map) => {
    L.geoJSON(feature, { className: "street-area" })
      .bindTooltip(text(feature.properties.words))
      .on("click", () => { location.href = feature.properties.url; })
      .addTo(map)
      .bringToBack();
  };

  const mark = (section, feature, marks) => {
    const [longitude, latitude] = feature.geometry.coordinates;
    const told = feature.properties;
    const side = 44;
    const icon = L.divIcon({
      className: `street-mark${told.informal ? " street-mark--informal" : ""}`,
      html: text(told.count > 1 ? String(told.count) : ""),
      iconSize: [side, side],
    });
    L.marker([latitude, longitude], { icon, title: told.words, alt: told.words, riseOnHover: true })
      .bindPopup(() => popup(section, told))
      .addTo(marks)
      .getElement()
      .setAttribute("aria-label", told.words);
  };

  /* Words of others are text, never markup. */
  const text = (words) => {
    const node = document.createElement("span");
    node.textContent = words;
    return node;
  };

  const popup = (section, told) => {
    const whole = document.createElement("div");
    const lines = told.count > 1 ? [told.words] : [told.name, told.kind, section.dataset[told.informal ? "wordsInformal" : "wordsFormal"], told.when];
    lines.filter(Boolean).forEach((words, index) => {
      const line = document.createElement(index ? "p" : "strong");
      line.textContent = words;
      whole.append(line);
    });
    const link = document.createElement("a");
    link.href = told.url;
    link.textContent = section.dataset[told.count > 1 ? "wordsMore" : "wordsOpen"];
    whole.append(link);
    return whole;
  };

  const begin = () => start(document.getElementById("picture"));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
  document.addEventListener("htmx:oobAfterSwap", begin);
})();
