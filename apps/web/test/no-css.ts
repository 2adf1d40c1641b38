// Style sheets mean nothing to a test without layout.
export default {};
