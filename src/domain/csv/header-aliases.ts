/**
 * What extracts call the fields, as data. Names stand in their normal form (`normalizeHeader`),
 * in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish and Japanese,
 * and as the tables of SAP, Oracle Retail, Walmart and public data sets have them. Names that are put
 * together from known words, in these and more languages, need no entry: see `header-lexicon.ts`.
 */
import type { FieldName } from './fields'

export interface Aliases {
  /** Mean this field and nothing else. */
  readonly sure: string
  /** Mean this field where nothing surer stands beside them. */
  readonly likely?: string
  /** May mean this field: asked about where it is required, else left alone. */
  readonly weak?: string
  /** Patterns over the normal form, each with the trust in it, for names that are longer than any list. */
  readonly patterns?: readonly (readonly [RegExp, number])[]
  /** Names that look like the field and are not. */
  readonly never?: RegExp
}

/** What makes a quantity of stock or sales another quantity: lost, planned, averaged, in money, over time. */
const otherQuantity =
  /(?:^|_)(?:missed|lost|unmet|oos|hours?|hrs|status|flag|ind|indicator|value|amount|amt|revenue|turnover|dollars?|usd|eur|gbp|wert|betrag|umsatz|valeur|montant|ca|valor|importe|valore|fatturato|receita|wartosc|omzet|jpy|sek|pln|chf|kr|zl|円|金額|pct|percent|share|rate|ratio|avg|average|mean|median|std|cum|ytd|mtd|wtd|lw|yesterday|prev|previous|prior|last_(?:week|month)|week|weekly|month|monthly|annual|budget|lag|rolling|target|plan|planned|max|min|safety|reorder|days?_of|weeks?_of|cover|coverage|turns?|rank|id|code|date|type|name|last\d+|\d+to\d+|last_?\d+\w*|cost|price|tax|profit|margin|discount)(?:_|$)|out_of_stock|stock_?out|days_supply|_ly$|last_year|_retail$/

export const aliases: Readonly<Record<FieldName, Aliases>> = {
  date: {
    sure: 'date daydate day_date day business_date bus_dt bus_date busdate business_day dt calendar_date cal_date calday store_date snapshot_date snapshot_dt snap_date snap_dt stock_date inventory_date as_of as_of_date asof date_key daykey report_date reporting_date data_date datum tag stichtag bestandsdatum buchungstag kalendertag tagesdatum buchungsdatum fecha fecha_stock dia data data_ref data_referencia date_jour jour date_stock giorno data_giacenza dag dzien data_stanu dia_data 日付 年月日 日 営業日 対象日 budat calday eod_date visit_date wm_date cal_dt the_date date_id',
    likely: 'transaction_date trans_date tran_date trx_date posting_date posted_date post_date sales_date sale_date sold_date order_date period timestamp datetime date_time time ds week_date verkaufsdatum verkooptag date_vente fecha_venta data_venda data_vendita data_sprzedazy forsaljningsdatum 販売日 売上日',
    patterns: [[/(?:^|_)(?:date|datum|fecha|dt|jour)(?:_|$)/, 0.82]],
    never:
      /(?:^|_)(?:last|first|next|prev|previous|receipt|received|delivery|order|expiry|expiration|expected|due|created|updated|modified|load|launch|count|counted|start|end|open|opened|since|age|letzte\w*|derniere?|ultima|ultimo|letzter)(?:_|$)|last.*date|receipt.?date|of_?week|day_?of|weekday|dayname/,
  },
  store_id: {
    sure: 'ponto_de_venda punto_de_venta punto_di_vendita торговая_точка store_ref shop_ref store store_id storeid store_nbr store_no store_num store_number store_code store_key str_id str_nbr str_no shop shop_id shop_code outlet outlet_id outlet_code outlet_identifier branch branch_id branch_code branch_no site site_id site_code location location_id loc loc_id location_code loc_code plant plant_code werks werk filiale filial_nr filialnr filialnummer filiale_nr markt markt_nr marktnummer betrieb magasin magasin_id code_magasin no_magasin id_magasin point_de_vente pdv tienda id_tienda cod_tienda codigo_tienda sucursal local loja id_loja cod_loja codigo_loja filial negozio punto_vendita cod_negozio codice_negozio winkel winkelnummer filiaal filiaalnummer sklep id_sklepu nr_sklepu numer_sklepu butik butiks_id butiksnummer butik_id 店舗 店舗コード 店舗id 店舗番号 店番 store_cd rtl_loc_id cc_id organization_id',
    likely: 'org_code warehouse warehouse_id depot dc location_nbr market club club_nbr facility facility_id node node_id lagerort lgort almacen magazyn entrepot division store_name shop_name branch_name location_name filialname nom_magasin pos_location_name nombre_tienda loja_nome 店舗名',
    weak: 'lager',
    never: /(?:^|_)(?:type|format|size|cluster|region|state|city|country|zip|open|aisle|bin|shelf|group|status|area|manager)(?:_|$)/,
    patterns: [[/^(?:store|shop|outlet|branch|site|filial\w*|magasin|tienda|loja|sklep|butik\w*|winkel)_(?:id|nbr|no|nr|num|number|code|key)$/, 0.95]],
  },
  sku_id: {
    sure: 'sku_ref item_ref 품번 tpnb tpnd sku sku_id skuid itemsku variant_sku item_sku sku_no sku_nbr sku_code sku_number item item_id itemid item_nbr item_no item_number item_num item_code item_key product product_id productid product_code product_no product_number prod_id prod_nbr prod_code article article_id article_no article_number article_code matnr material material_number material_no artikel artikelnummer artikel_nr artikelnr art_nr artnr materialnummer sachnummer codigo cod_articulo codigo_articulo cod_art id_articulo articulo cod_producto codigo_producto id_producto producto clave cod_produto codigo_produto id_produto produto codigo_item reference reference_article ref ref_article code_article code_produit no_article id_article articolo codice_articolo cod_articolo codice_prodotto prodotto artikelcode artikelnummer_id towar indeks indeks_towaru kod_towaru id_towaru produkt produkt_id kod_produktu numer_artykulu artikel_id varunummer artikelkod 商品コード 商品id 商品番号 品番 品目コード 商品 product_key old_nbr mds_fam_id item_identifier style_id',
    likely: 'style_code upc upc_code upc_nbr gtin gtin13 ean ean13 ean_code ean_nummer barcode bar_code plu plu_code asin wupc code_barre code_barres codigo_barras codigo_de_barras code_ean codigo_ean codice_ean kod_ean codice_a_barre ean_kod streckkod janコード jan jan_code variant_id tcin dpci',
    weak: 'item_name product_name description style id',
    never: /(?:^|_)(?:name|desc|description|category|group|type|family|status|count|price|cost|weight|brand|promo|store)(?:_|$)|bezeichnung|libelle|descripcion|descricao/,
    patterns: [[/(?:^|_)(?:sku|item|product|article|artikel|material)_(?:id|nbr|no|nr|num|number|code|key)$/, 0.92]],
  },
  on_hand: {
    sure: 'unrestricted unrestricted_stock bal_qty daily_boh dailyboh on_hand onhand on_hand_qty onhand_qty on_hand_quantity on_hand_units units_on_hand unit_on_hand qty_on_hand quantity_on_hand qoh oh oh_qty oh_units on_hand_inventory_units on_hand_inventory on_hand_stock soh soh_qty stock_on_hand stock_on_hand_qty stk_on_hand inv_on_hand inventory_on_hand inventory_level inventory_qty inventory_quantity inventory_units stock stock_qty stock_quantity stock_units stock_level stock_count closing_stock closing_inventory closing_qty closing_balance stock_close stock_end end_stock end_inventory ending_inventory ending_stock ending_on_hand end_of_day_inventory eod_inventory eod_stock eod_on_hand eoh eoh_qty eoh_units eop_inventory book_stock book_inventory book_qty recorded_stock system_stock perpetual_inventory pi_qty balance_on_hand labst bestand lagerbestand bestandsmenge aktueller_bestand buchbestand endbestand filialbestand marktbestand warenbestand tagesendbestand stock_final stock_fin stock_magasin quantite_en_stock qte_stock qte_en_stock stock_theorique stock_fin_jour stock_fin_journee stock_fin_de_journee existencias existencia existencias_finales stock_disponible_final inventario cantidad_existencia saldo_stock estoque qtd_estoque quantidade_estoque saldo_estoque saldo_em_estoque estoque_final estoque_atual giacenza giac_finale giacenza_finale giacenze qta_giacenza esistenza voorraad voorraad_aantal eindvoorraad stan stan_magazynowy stan_koncowy stan_na_koniec_dnia zapas ilosc_na_stanie lagersaldo saldo lager_saldo lagerantal saldo_antal utgaende_saldo 在庫数 在庫 在庫数量 期末在庫 実在庫 帳簿在庫 帳簿在庫数 店舗在庫 curr_on_hand_qty curr_str_on_hand_qty store_on_hand_qty hand_qty',
    likely: 'boh boh_qty boh_units balance inventory inv inv_qty current_boh currentboh current_stock current_inventory curr_stock stock_total total_stock store_inventory store_stock inv_level stan_ilosc',
    weak: 'physical_stock physical_inventory available available_qty available_stock available_units available_inventory atp disponible disponivel verfugbar verfugbarer_bestand beschikbaar dostepne tillgangligt opening_stock opening_inventory opening_balance begin_inventory beginning_inventory beg_inventory bop_inventory stock_open stock_start start_stock anfangsbestand stock_initial stock_debut estoque_inicial 期首在庫',
    patterns: [
      [/(?:^|_)(?:on_hand|onhand|soh|qoh|eoh)(?:_|$)/, 0.9],
      [/(?:^|_)boh(?:_|$)|boh$/, 0.84],
      [/(?:^|_)(?:stock|inventory|bestand|lagerbestand|estoque|existencias?|giacenza|voorraad|lagersaldo)(?:_|$)|在庫/, 0.75],
    ],
    never: new RegExp(
      `${otherQuantity.source}|(?:^|_)(?:order|ordered|transit|received|receipts?|adjust\\w*|adj|distributed|movement|change|delta|count(?:ed)?_(?:qty|date)|sold|sales|forecast|demand|damaged|reserved|allocated|committed|backroom|positive|out)(?:_|$)`,
    ),
  },
  units_sold: {
    sure: 'units_sold unit_sold units_sales sales_units unit_sales sale_units sales_qty sales_quantity sale_qty sale_quantity sold_qty sold_quantity sold_units qty_sold quantity_sold total_sales_units total_units_sold total_units pos_qty pos_units pos_quantity pos_sales_units net_sales_qty net_sales_units net_quantity net_units net_units_sold sls_qty sls_units item_qty_sold daily_sales_qty daily_units demand_units wm_unit_sales stock_distributed item_cnt_day units absatz absatzmenge absatz_stk abverkauf abverkaufsmenge verkaufte_menge verkaufsmenge verkauf_menge menge_verkauft verkaufte_stuck verkauf_stk quantite_vendue qte_vendue quantites_vendues nb_ventes unites_vendues ventes_unites ventes_quantite ventes_qte unidades_vendidas cantidad_vendida ventas_unidades uds_vendidas ventas_uds qtd_vendida quantidade_vendida qtde_vendida unidades_vendidas_dia venda_qtd venda_unidades quantita_venduta qta_venduta pezzi_venduti vendite_pezzi venduto aantal_verkocht verkocht verkochte_aantallen verkoop_aantal afzet sprzedaz_ilosc ilosc_sprzedana sprzedane_sztuki salda_enheter antal_salda salt_antal salda_antal forsaljning_antal forsaljning_st 販売数 販売数量 売上数 売上数量 販売点数 売上点数 umsatzmenge',
    likely: 'net_qty consumo sales sale sold daily_sales net_sales gross_sales_units pos_sales total_sales sales_total sls movement item_movement unit_movement demand actual_demand actual_sales consumption usage issues offtake verkauf verkaufe verkaufte ventes vente ventas venta venda vendas vendite vendita verkopen verkoop sprzedaz forsaljning salda 売上 販売',
    weak: 'qty quantity units_shipped item_qty menge cantidad quantidade quantite quantita aantal ilosc antal 数量',
    patterns: [
      [/(?:^|_)(?:units?|qty|quantity|pcs|pieces)_(?:sold|sales)(?:_|$)|(?:^|_)(?:sold|sales)_(?:units?|qty|quantity|pcs|pieces)(?:_|$)/, 0.93],
      [/(?:^|_)(?:sold|sales|absatz|ventes|ventas|vendas|vendite|sprzedaz|forsaljning)(?:_|$)/, 0.74],
    ],
    never: new RegExp(
      `${otherQuantity.source}|(?:^|_)(?:order|ordered|forecast|predicted|expected|forecasted|on_hand|stock|inventory|received|purchase[sd]?|returns?|returned|promo|price|prognose)(?:_|$)|(?<!total_)sales_total_value`,
    ),
  },
  forecast_units: {
    sure: 'forecast_units forecast forecast_qty forecast_quantity forecasted_units forecasted_qty forecasted_quantity dmd_forecast_quantity dmdforecastquantity demand_forecast demand_forecast_units daily_forecast fcst fcst_qty fcst_units fc fc_qty fc_units sales_forecast sales_fcst predicted_sales predicted_units predicted_demand predicted_qty expected_units expected_sales expected_demand expected_qty prediction forecast_sales forecast_demand baseline_forecast prognose prognosemenge absatzprognose bedarfsprognose erwarteter_absatz prevision previsions prevision_ventes ventes_prevues qte_prevue pronostico prevision_ventas prevision_demanda demanda_prevista ventas_previstas previsao previsao_vendas previsao_demanda demanda_esperada previsione previsione_vendite domanda_prevista previsto prognose_aantal verwachte_verkoop verwachte_afzet prognoza prognoza_sprzedazy prognozowana_sprzedaz prognos forsaljningsprognos 予測 予測数 需要予測 販売予測 販売予測数',
    patterns: [[/(?:^|_)(?:forecast|fcst|prognose|prevision|previsao|pronostico|prognoza|prognos|predicted|expected)(?:_|$)/, 0.83]],
    never: /lead|ldef|error|bias|mape|accuracy|lower|upper|p10|p90|std|_?(?:week|month)ly|value|amount|date|next|delivery|receipt/,
  },
  lead_time_forecast_units: {
    sure: 'ldef_forecast_quantity ldefforecastquantity lead_time_forecast lead_time_forecast_units lead_time_forecast_qty lt_forecast lt_fcst lead_time_demand leadtime_demand ltd lead_time_fcst demand_over_lead_time prognose_wiederbeschaffungszeit wbz_bedarf',
    patterns: [[/lead_?time.*(?:forecast|demand|fcst)|(?:forecast|demand|fcst).*lead_?time/, 0.92]],
  },
  units_received: {
    sure: 'units_received received_units received received_qty received_quantity qty_received quantity_received receipts receipt_qty receipt_quantity receipt_units receipts_qty receipts_units units_receipt gross_rcpt_qty net_rcpt_qty rcpt_qty rcpt_units rcpts goods_receipt goods_received goods_receipt_qty gr_qty replenishment replenishment_units replenishment_qty replenished_units deliveries delivery_qty delivered_qty delivered_units units_delivered qty_delivered stock_received inbound inbound_qty purchases_received wareneingang wareneingangsmenge we_menge zugang zugange liefermenge angelieferte_menge anlieferung reception receptions qte_recue quantite_recue quantite_livree livraison livraisons recepcion recepciones cantidad_recibida entradas uds_recibidas recebido recebimento recebimentos qtd_recebida quantidade_recebida entrada ricevuto quantita_ricevuta qta_ricevuta carico consegne ontvangen ontvangen_aantal ontvangst levering leveringen przyjecie przyjecia dostawa dostawy ilosc_przyjeta inleverans inleveranser levererat mottaget_antal mottaget 入荷数 入荷 入荷数量 納品数 仕入数 仕入数量',
    patterns: [[/(?:^|_)(?:received|receipts?|rcpt|delivered|wareneingang|zugang|reception)(?:_|$)|入荷/, 0.82]],
    never: /date|value|amount|cost|last|expected|planned|open|due|since|_id$|_no$|time|wert/,
  },
  units_on_order: {
    sure: 'units_on_order on_order on_order_qty on_order_units on_order_quantity qty_on_order units_ordered qty_ordered quantity_ordered ordered_qty ordered_units ordered stock_ordered order_qty order_quantity order_units open_orders open_order_qty open_po_qty po_qty in_transit in_transit_qty intransit intransit_qty transit_qty qty_in_transit stock_in_transit on_order_in_transit pipeline_qty bestellt bestellmenge bestellte_menge offene_bestellung offene_bestellungen offene_bestellmenge en_commande qte_commandee quantite_commandee commandes commande en_pedido pedido pedidos cantidad_pedida en_transito em_pedido qtd_pedida quantidade_pedida em_transito ordinato quantita_ordinata in_ordine in_transito in_bestelling besteld besteld_aantal zamowione ilosc_zamowiona w_drodze bestalld bestallt bestallt_antal i_order 発注数 発注残 注文数 発注数量 輸送中',
    patterns: [[/(?:^|_)(?:on_order|in_transit|ordered|bestellt)(?:_|$)/, 0.85]],
    never: /date|value|amount|cost|_id$|_no$|number|status/,
  },
  units_adjusted: {
    sure: 'units_adjusted adjusted adjusted_qty adjusted_units adjustment adjustments adjustment_qty adjustment_units qty_adjustment stock_adjustment stock_adjustments inventory_adjustment inventory_adjustments inv_adj inv_adj_qty adj_qty adj_units adj over_short variance variance_qty variance_units stock_variance book_adjustment shrink_qty korrektur korrekturmenge bestandskorrektur korrekturbuchung inventurdifferenz ajustement ajustements regularisation ecart_stock ajuste ajustes ajuste_inventario ajuste_stock ajuste_estoque qtd_ajuste rettifica rettifiche rettifica_inventario correctie voorraadcorrectie korekta korekty korekta_stanu justering justeringar lagerjustering saldojustering 調整数 在庫調整 調整 在庫調整数',
    patterns: [[/(?:^|_)(?:adjustments?|adjusted|korrektur|ajustes?|ajustements?)(?:_|$)/, 0.85]],
    never: /value|amount|cost|date|reason|code|flag|type|price/,
  },
  counted_units: {
    sure: 'counted_units counted counted_qty counted_quantity count_qty counted_stock physical_count physical_qty physical_inventory_qty cycle_count cycle_count_qty inventoried_qty inventory_count stocktake stocktake_qty stock_take_qty audit_qty audited_qty last_count_qty zahlmenge gezahlt gezahlter_bestand inventurbestand inventurmenge zahlbestand comptage qte_comptee quantite_comptee inventaire_physique conteo cantidad_contada conteo_fisico contagem qtd_contada contagem_fisica conteggio conta_fisica inventario_fisico geteld geteld_aantal telling spis_z_natury policzone ilosc_policzona inventerat inventerat_antal raknat_antal 棚卸数 実棚数 棚卸',
    never: /date|days|since|flag|value/,
  },
  price: {
    sure: 'price unit_price retail retail_price unit_retail sell_price selling_price sale_price sales_price shelf_price rsp rrp regular_price reg_price current_price base_price list_price item_price avg_price average_price avg_unit_price price_per_unit asp preis verkaufspreis vk_preis vkpreis vk einzelpreis regalpreis ladenpreis stuckpreis prix prix_vente prix_unitaire prix_de_vente pvp pv precio precio_venta precio_unitario preco preco_venda preco_unitario preco_de_venda prezzo prezzo_vendita prezzo_unitario prijs verkoopprijs stuksprijs cena cena_sprzedazy cena_jednostkowa cena_detaliczna pris forsaljningspris styckpris utpris 価格 単価 売価 販売価格 販売単価',
    patterns: [[/(?:^|_)(?:price|preis|prix|precio|preco|prezzo|prijs|cena|pris)(?:_|$)/, 0.83]],
    never: /cost|purchase|competitor|index|change|zone|type|einkauf|ek|achat|compra|acquisto|inkop|zakup|kostprijs|promo|markdown|discount|pct/,
  },
  unit_cost: {
    sure: 'av_cost unit_cost cost avg_cost average_cost cost_price item_cost std_cost standard_cost wac moving_average_cost landed_cost purchase_price cogs_unit einkaufspreis ek_preis ek einstandspreis einstand gld wareneinsatz_stk stuckkosten kosten prix_achat prix_d_achat cout_unitaire cout pmp pamp prix_de_revient coste coste_unitario costo costo_unitario precio_compra precio_coste custo custo_unitario custo_medio preco_custo preco_compra prezzo_acquisto costo_medio kostprijs inkoopprijs koszt koszt_jednostkowy cena_zakupu kostnad inkopspris inpris styckkostnad 原価 仕入単価 仕入価格 単位原価 verpr stprs',
    patterns: [[/(?:^|_)(?:unit|avg|item)_cost(?:_|$)/, 0.92]],
    never: /total|value|shipping|amount/,
  },
  on_promo: {
    sure: 'on_promo onpromo promo onpromotion on_promotion promotion promo_flag promo_ind promotion_flag promotion_indicator is_promo is_promotion is_on_promo holiday_promotion promo_active promoted activity_flag feature_flag on_sale is_on_sale aktion aktions_kz aktionskennzeichen aktionsflag werbung in_aktion promotion_en_cours en_promo en_promotion promocion en_promocion oferta en_oferta promocao em_promocao promozione in_promozione in_promo offerta actie in_actie aanbieding promocja w_promocji akcja kampanj pa_kampanj extrapris 特売 販促 プロモーション セール 特売フラグ',
    patterns: [[/(?:^|_)(?:promo|promotion|aktion|promocion|promocao|promozione|promocja|kampanj)(?:_|$)/, 0.82]],
    never: /price|type|id|name|start|end|discount|pct|date|sales|units|qty/,
  },
  min_display_units: {
    sure: 'mdq min_display min_display_units min_display_qty min_display_quantity minimum_display_quantity minimum_display minimum_display_units min_qty min_quantity shelf_capacity shelf_cap shelf_min min_shelf min_shelf_qty presentation_stock presentation_min presentation_minimum min_presentation_stock pres_stock pres_min facing_qty planogram_qty display_qty mindestbestand mindestprasentation mindestmenge regalmindestbestand regalbestuckung prasentationsbestand stock_de_presentation stock_mini stock_minimum minimo_exhibicion stock_minimo estoque_minimo estoque_de_apresentacao scorta_minima esposizione_minima minimale_voorraad minimum_schap stan_minimalny ekspozycja_min minimilager min_exponering 最低陳列数 最低陳列量 陳列数 最小陳列数',
    never: /date|order|price/,
  },
  case_pack: {
    sure: 'case_pack case_pack_qty casepack case_qty case_size case_quantity case_units units_per_case units_per_pack pack_size pack_qty package_qty vnpk vnpk_qty whpk whpk_qty vendor_pack inner_pack order_multiple carton_qty carton_size gebinde gebindegrosse gebindemenge ve ve_menge verpackungseinheit vpe karton_inhalt colis colisage pcb unites_par_colis uds_caja unidades_por_caja unidades_caja unid_por_caixa unidades_por_caixa caixa_qtd pezzi_per_cartone pezzi_cartone imballo colli doos_inhoud stuks_per_doos colli_inhoud sztuk_w_opakowaniu opakowanie_zbiorcze kolli antal_per_kolli kartongstorlek forpackningsstorlek 入数 ケース入数 入り数',
    never: /date|price|type/,
  },
  category: {
    sure: 'category category_name category_id cat cat_name product_category item_category catagory product_type item_type class class_name item_class family product_family subcategory sub_category subclass fineline fineline_nbr merchandise_category merch_category warengruppe warengruppen wgr wg warengruppe_bezeichnung matkl sortiment categorie famille famille_produit rayon_famille categoria familia familia_producto categoria_produto famiglia reparto_categoria productgroep artikelgroep kategoria grupa_towarowa grupa kategori varugrupp varukategori カテゴリ カテゴリー 商品分類 分類 item_category_name product_group commodity commodity_name',
  },
  department: {
    sure: 'department department_id department_nbr department_name dept dept_id dept_nbr dept_no dept_name dept_num division_name abteilung bereich rayon departement secteur departamento depto seccion secao setor reparto dipartimento afdeling dzial avdelning 部門 売場 部門コード 部門名',
  },
  aisle: {
    sure: 'aisle aisle_id aisle_no aisle_nbr aisle_number aisle_name location_in_store shelf_location gang regalgang regal allee pasillo corredor corsia gangpad alejka gang_nr hyllplats 通路 通路番号 棚番号',
    likely: 'location_id',
    never: /store|capacity/,
  },
  bin: {
    sure: 'bin bin_id bin_location bin_code bay bay_no bay_nbr slot shelf shelf_no shelf_id position planogram_position facing_location lagerplatz regalplatz fach platz emplacement ubicacion posicao posizione ubicazione vak schap polka miejsce plats hylla 棚 ロケーション 棚位置',
    never: /capacity|qty|min/,
  },
  item_name: {
    sure: 'stock_desc item_name item_description item_desc product_name product_description product_desc product_title prod_desc description desc name title sku_name sku_description sku_desc article_name article_description article_desc signing_desc maktx artikelbezeichnung artikelname bezeichnung artikeltext produktname libelle libelle_article designation nom_produit nom_article descripcion nombre_producto nombre_articulo descripcion_articulo nombre descricao nome_produto descricao_produto nome descrizione descrizione_articolo nome_prodotto omschrijving artikelomschrijving productnaam nazwa nazwa_towaru nazwa_produktu opis benamning artikelnamn varunamn produktnamn 商品名 品名 商品名称',
    patterns: [[/(?:item|product|article|artikel|sku).*(?:name|desc|bezeichnung)/, 0.85]],
    never: /store|shop|category|dept|department|class|file|day|promo/,
  },
  phantom: {
    sure: 'phantom phantom_flag is_phantom phantom_ind phantom_inventory phantom_inventory_ind phantom_inventory_flag phantom_label is_phantom_inventory label y_true ground_truth target_phantom phantombestand stock_fantome inventario_fantasma estoque_fantasma inventario_fantasma_flag inventory_error_flag ghost_stock',
    likely: 'target y truth',
    never: /probability|score|pred|alert|issue/,
  },
}

/** Headers of a log of single transactions. */
export const transactionHeaders =
  /(?:^|_)(?:transaction|txn|trx|receipt|ticket|invoice|basket|order|bon|beleg|movement|document|doc|payment|customer|cashier|register)_?(?:id|no|nr|nbr|num|number|type|time|line)(?:_|$)|^(?:belegnummer|bonnummer|bewegungsart|bwart|mblnr|ticket|cashier|timestamp)$/
