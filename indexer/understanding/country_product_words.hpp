// Word lists of the rule for products: English ones lower case and sorted.

#pragma once

#include <string_view>

namespace bulletin {

/// Goods that places give their names to. Not cars or machines: those who name them mean industry.
inline constexpr std::string_view kProductNouns[] = {
    "almonds",       "apple",      "apples",     "apricots",   "armchair",    "armchairs",
    "bacon",         "bagel",      "bagels",     "baguette",   "baguettes",   "bananas",
    "barbecue",      "bath",       "baths",      "beans",      "beef",        "beer",
    "beers",         "berries",    "biscuits",   "blankets",   "blueberries", "brandy",
    "bread",         "breads",     "breakfast",  "breakfasts", "broth",       "buns",
    "burger",        "burgers",    "butter",     "cake",       "cakes",       "candies",
    "candy",         "caramel",    "carpet",     "carpets",    "cashews",     "cat",
    "cats",          "caviar",     "ceramics",   "champagne",  "cheese",      "cheeses",
    "cherries",      "chocolate",  "chocolates", "cider",      "cigar",       "cigars",
    "clocks",        "cocktail",   "cocktails",  "cocoa",      "coffee",      "coffees",
    "confectionery", "cookies",    "cosmetics",  "cotton",     "crackers",    "cream",
    "crepes",        "croissant",  "croissants", "cuisine",    "cuisines",    "curries",
    "curry",         "dates",      "delicacies", "delicacy",   "delight",     "delights",
    "dessert",       "desserts",   "dish",       "dishes",     "doll",        "dolls",
    "doughnuts",     "dumplings",  "durian",     "durians",    "feta",        "fig",
    "figs",          "flatbread",  "food",       "foods",      "fries",       "fruit",
    "fruits",        "furniture",  "garlic",     "ginger",     "goulash",     "grapes",
    "ham",           "hats",       "hazelnuts",  "herbs",      "honey",       "jam",
    "jewellery",     "jewelry",    "kebab",      "kebabs",     "kimchi",      "kiwifruit",
    "knife",         "knives",     "knot",       "knots",      "lace",        "lamb",
    "lamps",         "lanterns",   "leather",    "lobster",    "lobsters",    "lychees",
    "mango",         "mangoes",    "mangos",     "maple",      "marmalade",   "massage",
    "meatballs",     "milk",       "muffin",     "muffins",    "mushrooms",   "mussels",
    "noodle",        "noodles",    "nougat",     "nut",        "nuts",        "olive",
    "olives",        "onions",     "oranges",    "oysters",    "palm",        "pancake",
    "pancakes",      "paprika",    "pasta",      "pastas",     "pastries",    "pastry",
    "peaches",       "peanut",     "peanuts",    "pearls",     "pears",       "perfume",
    "perfumes",      "pickles",    "pie",        "pies",       "pistachios",  "pizza",
    "pizzas",        "plums",      "porcelain",  "pork",       "potatoes",    "pottery",
    "poultry",       "prawns",     "pretzel",    "pretzels",   "pudding",     "puddings",
    "quilts",        "raisins",    "ramen",      "ravioli",    "rice",        "rings",
    "rolls",         "rubies",     "rug",        "rugs",       "rum",         "saffron",
    "sake",          "salad",      "salads",     "salami",     "salmon",      "salt",
    "sandals",       "sandwich",   "sandwiches", "sapphires",  "sauce",       "sauces",
    "sauna",         "saunas",     "sausage",    "sausages",   "scarves",     "seafood",
    "shepherd",      "shepherds",  "sherry",     "shoes",      "shrimp",      "shrimps",
    "silk",          "silks",      "slippers",   "snack",      "snacks",      "soap",
    "soup",          "soups",      "spice",      "spices",     "spirits",     "sponge",
    "sprouts",       "steak",      "steaks",     "stew",       "stews",       "strawberries",
    "strudel",       "sugar",      "sushi",      "sweets",     "syrup",       "taco",
    "tacos",         "tapestries", "tart",       "tarts",      "tea",         "teapot",
    "teapots",       "teas",       "tiles",      "tofu",       "tomatoes",    "tortillas",
    "toys",          "truffles",   "tulips",     "tuna",       "umbrellas",   "vanilla",
    "vinegar",       "vodka",      "waffle",     "waffles",    "walnuts",     "watch",
    "watches",       "whiskey",    "whisky",     "wine",       "wines",       "wool",
    "yoghurt",       "yogurt"};

/// Words that may stand between the place and the noun, or behind the noun: olive oil, army knife.
inline constexpr std::string_view kProductParts[] = {
    "army",        "black",  "brown",     "candied", "cold",    "cut",     "dark",    "dried",
    "fresh",       "fried",  "glass",     "goat",    "golden",  "green",   "hand",    "handmade",
    "herb",        "hot",    "ice",       "iced",    "instant", "lemon",   "mint",    "mixed",
    "mulled",      "oil",    "organic",   "pocket",  "red",     "roast",   "roasted", "rose",
    "salted",      "smoked", "sparkling", "spiced",  "spring",  "style",   "sweet",   "toast",
    "traditional", "white",  "wild",      "wood",    "wooden",  "woollen", "yellow"};

/// Behind a product they turn to those who make, sell or study it.
inline constexpr std::string_view kProducerNouns[] = {
    "academy",       "alliance",     "alliances",    "association", "associations", "board",
    "boards",        "brand",        "brands",       "bureau",      "business",     "businesses",
    "buyers",        "center",       "centre",       "chef",        "chefs",        "class",
    "classes",       "committee",    "companies",    "company",     "consortium",   "cooperative",
    "cooperatives",  "council",      "course",       "courses",     "dealer",       "dealers",
    "embassy",       "engineers",    "enterprise",   "enterprises", "entrepreneur", "entrepreneurs",
    "estate",        "estates",      "expert",       "experts",     "export",       "exporter",
    "exporters",     "exports",      "factories",    "factory",     "farm",         "farmer",
    "farmers",       "farms",        "federation",   "firm",        "firms",        "foundation",
    "giant",         "giants",       "group",        "groups",      "grower",       "growers",
    "growing",       "house",        "imports",      "industries",  "industry",     "institute",
    "institution",   "institutions", "laboratory",   "maker",       "makers",       "manufacturer",
    "manufacturers", "market",       "markets",      "master",      "masters",      "merchants",
    "mill",          "mills",        "ministry",     "museum",      "owner",        "owners",
    "plant",         "plantation",   "plantations",  "plants",      "processing",   "producer",
    "producers",     "production",   "regions",      "research",    "researcher",   "researchers",
    "restaurants",   "scholars",     "school",       "schools",     "scientist",    "scientists",
    "sector",        "seller",       "sellers",      "specialist",  "specialists",  "supplier",
    "suppliers",     "team",         "technologist", "trade",       "trader",       "traders",
    "union",         "university",   "workers"};

/// What may stand between a Chinese name and the product: 泰国风味小吃.
inline constexpr std::string_view kHanProductLinks[] = {"式", "风味", "特色", "传统", "产"};

/// Chinese nouns for products.
inline constexpr std::string_view kHanProductNouns[] = {
    "咖啡", "坚果",   "烤肉",   "烧烤",   "面包",   "面条",   "意面",   "通心粉", "披萨",
    "比萨", "比萨饼", "军刀",   "手表",   "腕表",   "钟表",   "名表",   "巧克力", "奶酪",
    "芝士", "酸奶",   "奶粉",   "牛奶",   "黄油",   "饼干",   "曲奇",   "糖果",   "软糖",
    "蜂蜜", "红茶",   "绿茶",   "奶茶",   "茶叶",   "茶道",   "茶具",   "葡萄酒", "红酒",
    "啤酒", "白酒",   "清酒",   "烧酒",   "香槟",   "威士忌", "伏特加", "朗姆酒", "龙舌兰",
    "雪茄", "香水",   "化妆品", "护肤品", "面膜",   "料理",   "寿司",   "拉面",   "泡菜",
    "炸鸡", "拌饭",   "年糕",   "紫菜",   "香米",   "大米",   "榴莲",   "山竹",   "芒果",
    "香蕉", "菠萝",   "车厘子", "樱桃",   "苹果",   "脐橙",   "橄榄",   "橄榄油", "火腿",
    "香肠", "红肠",   "牛排",   "牛肉",   "羊肉",   "猪肉",   "三文鱼", "龙虾",   "海鲜",
    "飞饼", "抛饼",   "咖喱",   "香料",   "藏红花", "地毯",   "挂毯",   "丝绸",   "瓷器",
    "陶瓷", "瓷砖",   "水晶",   "宝石",   "玉石",   "钻石",   "琥珀",   "郁金香", "薰衣草",
    "玫瑰", "枫糖",   "枫糖浆", "松饼",   "华夫饼", "蛋挞",   "甜点",   "甜品",   "甜甜圈",
    "蛋糕", "糕点",   "点心",   "小吃",   "美食",   "菜肴",   "菜品",   "大餐",   "西餐",
    "春卷", "米粉",   "河粉",   "米线",   "沙拉",   "卷饼",   "薄饼",   "肉饼",   "烤饼",
    "烤鸭", "烤鸡",   "肉丸",   "汉堡包", "薯条",   "冰淇淋", "冰激凌", "酥皮",   "酥饼",
    "皮草", "皮具",   "套娃",   "木雕",   "乳胶",   "乳胶枕", "柔术",   "桑拿",   "桑拿浴",
    "按摩", "列巴",   "特产",   "食品",   "食物",   "零食",   "饮料",   "饮品",   "水果",
    "干果", "开心果", "椰枣",   "海产品", "家具",   "吊灯",   "花茶",   "炸薯条", "高汤",
    "汤面", "炒饭",   "炒面",   "米酒",   "凉茶",   "羊毛",   "羊绒",   "驼绒",   "牧羊犬",
    "红枫"};

/// Those who make, sell or study them, behind such a noun.
inline constexpr std::string_view kHanProducers[] = {
    "厂",   "工厂", "商",     "公司", "企业",   "集团", "协会", "学会", "联盟", "联合会",
    "产业", "行业", "工业",   "种植", "养殖",   "生产", "加工", "制造", "农",   "园",
    "庄",   "产区", "产地",   "基地", "博物馆", "学院", "大学", "学校", "研究", "专家",
    "大师", "师",   "品牌",   "市场", "出口",   "进口", "贸易", "供应", "经销", "代表",
    "学者", "从业", "合作社", "工人", "科学家", "工程"};

/// A product of one character, and the characters behind it that make another word: 意大利|面临.
struct HanShortProduct {
  std::string_view noun, other_words;
};

inline constexpr HanShortProduct kHanShortProducts[] = {{"面", "临向对积部世板试议谈貌目前授具孔"},
                                                        {"卷", "入宗土款"},
                                                        {"菜", "园市场单鸟谱农地"},
                                                        {"茶", "园农商厂企馆叶产学话"},
                                                        {"酒", "店吧会厂企商庄泉驾"}};

}  // namespace bulletin
