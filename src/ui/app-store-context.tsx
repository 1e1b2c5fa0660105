/** Gives the store to screens. The store itself is made in main.tsx alone. */
import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand'
import type { AppStoreState } from '../store/app-state'

const AppStoreContext = createContext<StoreApi<AppStoreState> | null>(null)

export function AppStoreProvider({ store, children }: { readonly store: StoreApi<AppStoreState>; readonly children: ReactNode }) {
  return <AppStoreContext value={store}>{children}</AppStoreContext>
}

/** Throws outside a provider: a screen without a store is a mistake in the program. */
export function useAppStoreApi(): StoreApi<AppStoreState> {
  const store = use(AppStoreContext)
  if (!store) throw new Error('A screen stands outside AppStoreProvider')
  return store
}

/** Draws again only when what `select` gives is another value or object. */
export function useAppStore<Selected>(select: (state: AppStoreState) => Selected): Selected {
  return useStore(useAppStoreApi(), select)
}
