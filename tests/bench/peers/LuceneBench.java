// Lucene 8 as one of the engines that scripts/bench-peers measures.
//
//   LuceneBench build INDEX TABLE            rows: id, title, text, countries, years, months
//   LuceneBench ask INDEX REPEATS            rows on stdin: id, kind, words by spaces, first and
//                                            last month; answers: JSON Lines

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.FSDirectory;

public final class LuceneBench {
  private static final String BODY = "body";
  private static final String END = "";
  private static final int WARM_ROUNDS = 5;  // Until the compiler has seen every kind of query.

  /** Standard words, Chinese by pairs, Porter's stems. */
  private static final class BilingualAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream stream = new LowerCaseFilter(new CJKWidthFilter(words));
      return new TokenStreamComponents(words, new PorterStemFilter(new CJKBigramFilter(stream)));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return 100;  // No phrase spans title and text.
    }
  }

  // Building -------------------------------------------------------------------------------------

  private static Document document(String row, FacetsConfig config) throws IOException {
    String[] cells = row.split("\t", -1);
    Document document = new Document();
    document.add(new StoredField("id", cells[0]));
    document.add(new StoredField("title", cells[1]));
    document.add(new StoredField("text", cells[2]));
    document.add(new TextField(BODY, cells[1], Field.Store.NO));
    document.add(new TextField(BODY, cells[2], Field.Store.NO));
    for (String country : listOf(cells[3])) {
      document.add(new SortedSetDocValuesFacetField("country", country));
    }
    for (String year : listOf(cells[4])) {
      document.add(new SortedSetDocValuesFacetField("year", year));
    }
    for (String month : listOf(cells[5])) {
      document.add(new IntPoint("month", Integer.parseInt(month)));
    }
    return config.build(document);
  }

  private static String[] listOf(String cell) {
    return cell.isEmpty() ? new String[0] : cell.split(",");
  }

  private static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    config.setMultiValued("country", true);
    config.setMultiValued("year", true);
    return config;
  }

  private static void build(Path index, Path table) throws Exception {
    IndexWriterConfig options = new IndexWriterConfig(new BilingualAnalyzer());
    options.setRAMBufferSizeMB(256);
    try (FSDirectory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, options);
        BufferedReader rows = Files.newBufferedReader(table, StandardCharsets.UTF_8)) {
      ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(1000);
      List<Thread> workers = startWorkers(writer, queue);
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        queue.put(row);
      }
      queue.put(END);
      for (Thread worker : workers) {
        worker.join();
      }
      writer.commit();
    }
  }

  private static List<Thread> startWorkers(IndexWriter writer, ArrayBlockingQueue<String> queue) {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); ++i) {
      Thread worker = new Thread(() -> addRows(writer, queue));
      worker.start();
      workers.add(worker);
    }
    return workers;
  }

  private static void addRows(IndexWriter writer, ArrayBlockingQueue<String> queue) {
    FacetsConfig config = facetsConfig();
    try {
      for (String row = queue.take(); !row.equals(END); row = queue.take()) {
        writer.addDocument(document(row, config));
      }
      queue.put(END);  // For the next worker.
    } catch (IOException | InterruptedException error) {
      error.printStackTrace();
      System.exit(2);
    }
  }

  // Asking ---------------------------------------------------------------------------------------

  private static List<String> termsOf(Analyzer analyzer, String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(BODY, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }

  private static Query rowQuery(Analyzer analyzer, String text) throws IOException {
    List<String> terms = termsOf(analyzer, text);
    if (terms.size() == 1) {
      return new TermQuery(new Term(BODY, terms.get(0)));
    }
    return new PhraseQuery(BODY, terms.toArray(new String[0]));
  }

  private static Query query(Analyzer analyzer, String[] cells) throws IOException {
    String kind = cells[1];
    if (kind.equals("prefix")) {
      return new PrefixQuery(new Term(BODY, cells[2]));
    }
    if (kind.equals("phrase")) {
      return rowQuery(analyzer, cells[2]);
    }
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (String word : cells[2].split(" ")) {
      words.add(rowQuery(analyzer, word), kind.equals("and") ? Occur.MUST : Occur.SHOULD);
    }
    if (!kind.equals("month")) {
      return words.build();
    }
    Query range =
        IntPoint.newRangeQuery("month", Integer.parseInt(cells[3]), Integer.parseInt(cells[4]));
    return new BooleanQuery.Builder()
        .add(words.build(), Occur.MUST)
        .add(range, Occur.FILTER)
        .build();
  }

  /** One open index. */
  private static final class Asker {
    final IndexSearcher searcher;
    final SortedSetDocValuesReaderState facetState;
    final Analyzer analyzer = new BilingualAnalyzer();
    long total;
    long readCharacters;  // So that nothing read is optimized away.
    Facets facets;

    Asker(Path index) throws IOException {
      searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(index)));
      searcher.setQueryCache(null);
      facetState = new DefaultSortedSetDocValuesReaderState(searcher.getIndexReader());
    }

    /** The exact number of items, the ten best with what they store, and counts if asked. */
    void run(String[] cells) throws IOException {
      TopScoreDocCollector best = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
      FacetsCollector matches = cells[1].equals("facet") ? new FacetsCollector() : null;
      searcher.search(query(analyzer, cells), MultiCollector.wrap(best, matches));
      TopDocs top = best.topDocs();
      total = top.totalHits.value;
      for (ScoreDoc hit : top.scoreDocs) {
        Document document = searcher.doc(hit.doc);
        readCharacters += document.get("title").length() + document.get("text").length();
      }
      facets = null;
      if (matches != null) {
        facets = new SortedSetDocValuesFacetCounts(facetState, matches);
        facets.getTopChildren(300, "country");
        facets.getTopChildren(300, "year");
      }
    }
  }

  private static String counts(Facets facets, String dimension) throws IOException {
    FacetResult result = facets.getTopChildren(300, dimension);
    StringBuilder text = new StringBuilder("{");
    if (result != null) {
      for (LabelAndValue value : result.labelValues) {
        text.append(text.length() > 1 ? "," : "");
        text.append('"').append(value.label).append("\":").append(value.value);
      }
    }
    return text.append('}').toString();
  }

  private static String measured(Asker asker, String[] cells, int repeats) throws IOException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long cpu = Long.MAX_VALUE;
    long wall = Long.MAX_VALUE;
    for (int i = 0; i < repeats; ++i) {
      long cpuStart = clock.getCurrentThreadCpuTime();
      long wallStart = System.nanoTime();
      asker.run(cells);
      wall = Math.min(wall, System.nanoTime() - wallStart);
      cpu = Math.min(cpu, clock.getCurrentThreadCpuTime() - cpuStart);
    }
    String answer = String.format("{\"id\":\"%s\",\"total\":%d,\"cpu_ms\":%.4f,\"wall_ms\":%.4f",
        cells[0], asker.total, cpu / 1e6, wall / 1e6);
    if (asker.facets != null) {
      answer += ",\"countries\":" + counts(asker.facets, "country");
      answer += ",\"years\":" + counts(asker.facets, "year");
    }
    return answer + "}";
  }

  private static void ask(Path index, int repeats) throws IOException {
    Asker asker = new Asker(index);
    List<String[]> queries = new ArrayList<>();
    BufferedReader rows =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String row = rows.readLine(); row != null; row = rows.readLine()) {
      queries.add(row.split("\t", -1));
    }
    for (int round = 0; round < WARM_ROUNDS; ++round) {
      for (String[] cells : queries) {
        asker.run(cells);
      }
    }
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    for (String[] cells : queries) {
      out.println(measured(asker, cells, repeats));
    }
    out.flush();
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("build")) {
      build(Paths.get(arguments[1]), Paths.get(arguments[2]));
    } else {
      ask(Paths.get(arguments[1]), Integer.parseInt(arguments[2]));
    }
  }
}
