export { placeName } from '../inspector/placeName.ts'
