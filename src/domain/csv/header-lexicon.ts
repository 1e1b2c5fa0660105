/**
 * Words that headers are put together from, by what they mean, in English, German, French, Spanish,
 * Portuguese, Italian, Dutch, Polish, Swedish, Danish, Norwegian, Finnish, Czech, Turkish, Chinese,
 * Japanese, Korean and Russian. A header that is made of these words alone is understood although
 * no list has it: `header-concepts.ts` takes it apart, `concept-rules.ts` says which field it is.
 */
export const lexicon = {
  date: 'date datum data fecha dato дата päivä pvm päivämäärä tarih tarihi dt 日期 日付 年月日 날짜 일자',
  day: 'day daily today days tag tages jour journée día dia diario giorno giornata giornaliero dag dzień dnia dzienny den dne gün päivän день дня 日 当日 일',
  /** What a date can be of, beside stock and sales. */
  occasion:
    'booking posting business trading report reporting snapshot snap calendar record ledger buchung geschäft stich kalender comptable contable contábil contabile movimento rilevazione boek peil operacji bokföring bogføring bokføring kirjaus účetní işlem corte rpt 营业 统计 业务 営業 計上 対象 基準 영업 기준 отчетная отчётная',
  store:
    'склада store stores shop outlet branch site location loc str club filiale filial filiaal markt haus betrieb standort verkaufsstelle niederlassung magasin boutique succursale établissement pdv pv tienda sucursal local establecimiento loja estabelecimento negozio sede winkel vestiging locatie sklep sklepu placówka oddział lokalizacja butik butiks butikk forretning varuhus myymälä myymälän toimipiste kauppa prodejna prodejny pobočka filiálka obchod mağaza mağazası şube 门店 店铺 分店 网点 門市 店舗 店頭 店 拠点 支店 매장 점포 지점 가맹점 магазин магазина филиал подразделение facility plant warehouse magazzino almacén depo склад enseigne',
  item: 'артикула item itm items product prod article sku artikel art material waren ware produit référence réf ref ugs artículo producto referencia clave produto artigo referência articolo prodotto referenza towar towaru artykuł artykułu produkt produktu indeks varu vara vare artikkel tuote tuotteen nimike zboží výrobek výrobku artikl ürün malzeme variant 商品 货 貨 物料 产品 產品 製品 品目 品 アイテム 상품 품목 제품 품 товар товара товары номенклатура номенклатуры артикул',
  barcode: 'barcode ean gtin upc jan gencod plu strichcode stregkode strekkode streckkod viivakoodi barkod kreskowy barre barras 条码 條碼 バーコード 바코드 штрихкод шк',
  code: 'numarası code id nr no num number nbr nb key cd n nummer numéro numero número nro cod codice código codigo kod kodu kodi koodi kode numer číslo čislo kód номер код 编码 编号 代码 代號 編號 号 號 コード 番号 番 코드 번호',
  stock:
    'varaston stoğu stock stk soh inventory inv onhand oh bestand bestands lager lagerbestand vorrat existencia existencias inventario saldo estoque existência existências giacenza giac esistenza rimanenza voorraad voorraadstand stan stanie zapas lagersaldo beholdning lagerbeholdning varasto varastosaldo varastossa zásoba zásob zásoby stav sklad skladu skladem stok 库存 庫存 在庫 结存 存量 재고 остаток остатки остатка остатков запас запасы',
  /** The stock as the record has it at the close of the day. */
  closing:
    'aktualny kapanış 日末 閉店 마감 closing close ending end final eod current curr actual book system perpetual recorded endbestand ende tagesende aktueller aktuell buch soll fin finale théorique theorique fim atual cierre teórico contable contábil contabile attuale fine eind einde huidige systeem końcowy koniec końcu bieżący księgowy mag utgående slut slutet ultimo aktuellt aktuel bokfört bogført bokført loppu lopussa konečný konci son sonu dönem mevcut eldeki 期末 当前 账面 帳簿 理論 現 残 기말 현 장부 전산 보유 конечный конец текущий учетный учётный',
  opening: 'opening open beginning begin start anfang anfangs initial inicial iniziale początkowy ingående primo alku alkusaldo počáteční başı 期初 期首 기초 начальный начало',
  available: 'available sellable disponible disponível disponibile verfügbar verfügbarer beschikbaar beschikbare dostępny dostępne tillgängligt tilgængelig tilgjengelig dostupný kullanılabilir 可用 가용 доступный доступно',
  unit: 'peças units unit unt un qty quantity quant pcs pieces each ea menge mengen stück stueck stk st anzahl quantité quantités qté qte unités unités uvc pièces nombre nb cantidad cant unidades unidad uds ud piezas quantidade quantidades qtd qtde unid quantità qta pezzi pz pzi unità aantal aantallen stuks eenheden ilość ilości ilościowo szt sztuk sztuki wolumen volume antal antall enheter enheder kpl määrä kappaleet kappaletta yksiköt množství ks kusy kusů kusech adet adedi miktar miktarı 数量 數量 件数 件 数 數 量 個数 個 点数 수량 개수 수 량 шт штук штуках количество кол единиц',
  sales:
    'försålda реализации sales sale sold pos sls verkauf verkäufe verkaeufe verkaufte verkauft verkaufs absatz abverkauf abverkaufs ventes vente vendue vendues vendu vendus ventas venta vendidas vendida vendidos vendido vendas venda vendite vendita venduto venduta venduti vendute vend verkoop verkopen verkocht verkochte afzet sprzedaż sprzedaży sprzedana sprzedane sprzedanych försäljning försäljnings såld sålda sålt solgt solgte salg salgs myynti myyty myydyt prodej prodeje prodáno prodané satış satılan 销量 销售 售出 銷量 銷售 販売 販売実績 売上 판매 매출 продажи продаж продажа продажи продано реализация',
  demand: 'demand bedarf demanda domanda zapotrzebowanie 需求 需要 수요 спрос talep kysyntä poptávka',
  /** Said of sales and stock without making them another quantity. */
  total: '計 net total netto gross nett outgoing abgang sorties sortie',
  forecast: 'forecast forecasted fcst predicted expected yhat prognose prognos prévision prévisions prévues pronóstico previsión previsão previsione previste prognoza prognozy prognozowana verwacht verwachte forventet forventede ennuste předpověď prognóza tahmin tahmini beklenen 预测 預測 予測 예측 прогноз erwartet erwarteter',
  received:
    'received receipts rcpt recd rcvd rcv recv delivered deliveries inbound wareneingang zugang zugänge geliefert gelieferte anlieferung reçue reçu reçues livrée livraison livraisons entrées entrées recibida recibidas entrada entradas recebida recebidas recebido ricevuta ricevuti ricevuto carico ontvangen ontvangst levering leveringen inleverans mottaget modtaget varemottak varemodtagelse saapuneet saapunut příjem přijato teslim alınan 到货 到貨 进货 進貨 入库 入荷 입고 поступление поступления приход dostawa dostawy przyjęcia przyjęcie przyjęta purchases',
  ordered: 'ordered ord oo bestellt bestellte bestellung bestellungen commande commandes commandée commandées pedido pedida pedidos ordinato ordinati besteld bestelling zamówione zamówienia beställt beställda bestilt tilattu objednáno sipariş 发注 発注 订货 訂貨 订购 발주 주문 заказано заказ заказы transit tránsito trânsito transito 在途 輸送 пути',
  pending: 'open offene offen pending pendiente abierto aberto cours outstanding',
  adjusted: 'adjustment adjustments adjusted adj korrektur korrekturen inventurdifferenz ajustement ajustements ajuste ajustes rettifica rettifiche correctie korekta korekty justering lagerregulering regulering oikaisu korekce düzeltme 调整 調整 조정 корректировка',
  counted: 'counted count cnt physical gezählt gezählte gezählter zählung inventur comptage compté comptée contada conteo contagem conteggio conta geteld getelde telling inventerat optalt telt laskettu inventura sayım sayılan 盘点 盤點 棚卸 실사 инвентаризации инвентаризация факт físico física fisico fisica',
  price: 'price retail rrp mrp msrp preis prix precio preço prezzo prijs cena pris utpris hinta fiyat fiyatı 单价 售价 售價 価格 単価 売価 단가 판매가 가격 цена розничная',
  cost: 'cost cst avcost kosten coût costo coste custo koszt kostnad kostpris kostprijs innpris inpris ostohinta maliyet 进价 成本 原価 원가 себестоимость',
  purchase: 'закупки purchase einkauf einkaufs achat compra acquisto inkoop zakupu zakup inköps indkøbs osto nákupní alış 仕入 采购 закупочная',
  promo: 'promo promotion aktion promoción promoção promozione actie promocja kampanj kampagne kampanje kampanja akce promosyon tilbud oferta offerta 促销 促銷 特売 행사 акция',
  flag: 'flag ind indicator kz kennzeichen is 여부 标志 フラグ',
  minimum: 'min minimum mindest minimale mínimo minimo mini minima minste 最低 最小',
  display: 'presentation display shelf pres facing presentación präsentation presentatie 陳列 陈列',
  pack: 'case carton colis caja caixa cartone doos opakowaniu kolli koli balení gebinde 箱规 入数 입수 упаковке упаковка',
  group: 'category group gruppe grp famille familia famiglia categoría categoria catégorie categorie grupa groep kategori kategorie varugrupp varegruppe ryhmä skupina 品类 類別 类别 分类 カテゴリ カテゴリー 카테고리 категория группа',
  department: 'dept department abteilung rayon departamento sección seção reparto afdeling dział avdelning osasto oddělení reyon 部门 部門 부서 отдел',
  aisle: 'aisle gang allée pasillo corredor corsia gangpad alejka gång käytävä ulička koridor 通道 通路',
  bin: 'bin bay slot regalplatz schap 货架 棚 стеллаж полка',
  name: 'name desc description bezeichnung text libellé désignation nom descripción descrição designação descrizione omschrijving naam nazwa benämning namn navn tekst beskrivelse nimi název popis adı açıklama 名 名称 名稱 명 наименование название title nome titel',
  /** Joins words and says nothing. */
  small: 'of the a an at as on em in de du des del della do da di la le el et en im am auf na w z v per pro po på på te d l o e i на в по и за の 的',
} as const

export type Concept = keyof typeof lexicon

/** Words that make a quantity an amount of money, or a share of another: no count of units has one. */
export const moneyWords =
  'money value amount amt revenue turnover dollars dollar usd eur euro gbp chf wert betrag umsatz nettoumsatz valeur montant ca ttc ht importe valor valore fatturato incasso receita faturamento wartość wartości kwota omzet bedrag omsättning omsætning omsetning kroner kr sek dkk nok pln zł liikevaihto arvo tržba obrat hodnota kč czk tutar tutarı ciro tl try сумма выручка руб рублей стоимость 金额 金額 销售额 销售金额 元 円 売上高 매출액 판매금액 금액 원 jpy krw cny rub inr brl belop beløb beløp marge margin marża marža'
