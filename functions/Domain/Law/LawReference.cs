namespace OneVisit.Domain.Law;

/// <summary>Where something is written.</summary>
/// <param name="Act">Chinese short title of the act, for example 社会救助暂行办法.</param>
/// <param name="Article">Article as printed, for example 第九条; empty when the act as a whole is meant.</param>
public sealed record LawReference(string Act, string Article, SourceStatus Status = SourceStatus.Verified)
{
    /// <summary>English title of the act; the Chinese one stands in when there is none.</summary>
    public string? ActInEnglish { get; init; }

    /// <summary>Article in English, for example <c>Article 9</c>.</summary>
    public string? ArticleInEnglish { get; init; }

    public string In(Language language) => language == Language.English
        ? Joined(ActInEnglish ?? Act, ArticleInEnglish ?? Article)
        : ToString();

    public override string ToString() => Joined(Act, Article);

    private static string Joined(string act, string article) => article.Length == 0 ? act : $"{act} {article}";
}
