using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Law;

namespace OneVisit.Catalogue.Reading;

/// <summary>The acts that the catalogue cites, from <c>acts.yaml</c>, by id.</summary>
internal sealed class ActBook
{
    private const int MostArticles = 9999;

    private readonly Dictionary<string, Act> acts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMap> uncited = new(StringComparer.Ordinal);

    public ActBook(YamlMap file)
    {
        foreach (var map in file.Maps("acts"))
        {
            var id = map.Scalar("id");
            var title = map.Words("title");
            if (!acts.TryAdd(id, new Act(title.Zh, title.En, map.Status())))
                map.Fault(FaultKind.DuplicateId, id, "id");
            uncited.TryAdd(id, map);
            map.Done();
        }
        file.Done();
    }

    public IEnumerable<Act> All => acts.Values;

    /// <summary>
    /// A reference written as <c>{ act: id, article: 9 }</c>; without an article the act as a whole. Where what we say goes beyond its words, its own
    /// <c>source_status</c> is weaker than the act's; never stronger.
    /// </summary>
    public LawReference Reference(YamlMap map)
    {
        var id = map.Scalar("act");
        var article = map.IntOrNull("article");
        var asRead = map.Has("source_status") ? map.Status() : (SourceStatus?)null;
        map.Done();
        uncited.Remove(id);
        if (!acts.TryGetValue(id, out var act))
        {
            map.Fault(FaultKind.UnknownReference, id, "act");
            act = new Act("", "");
        }
        if (asRead < act.Status)
            map.Fault(FaultKind.DemoClaimedAsLaw, asRead.Value.Code(), "source_status");
        act = act with { Status = asRead ?? act.Status };
        if (article is 0 or > MostArticles)
            map.Fault(FaultKind.WrongValue, "article", "article");
        return article is > 0 and <= MostArticles ? act.Article(article.Value) : act.AsAWhole();
    }

    /// <summary>Notes the acts that nothing has cited, once everything is read.</summary>
    public void CheckCited()
    {
        foreach (var (id, map) in uncited)
            map.Fault(FaultKind.UncitedAct, id, "id");
    }

    /// <summary>
    /// Reads <c>source_status</c> with its optional <c>source</c>: what claims to be law, or taken over from law, names where; what is made up must not.
    /// </summary>
    public SourceStatus SourcedStatus(YamlMap map) => Sourced(map).Status;

    /// <summary>The same with the place that is named; <c>null</c>: none is, as the value is made up.</summary>
    public (SourceStatus Status, LawReference? Source) Sourced(YamlMap map)
    {
        var status = map.Status();
        var source = map.MapOrNull("source") is { } named ? Reference(named) : null;
        if (map.Has("source_status") && source is null != (status == SourceStatus.Demo))
            map.Fault(FaultKind.DemoClaimedAsLaw, status.Code(), "source_status");
        return (status, source);
    }
}
