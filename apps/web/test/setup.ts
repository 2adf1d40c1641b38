// jsdom has no layout to scroll; Leaflet calls it all the same.
window.scrollTo = () => {};

export {};
