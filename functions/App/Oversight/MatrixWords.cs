using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Oversight;

/// <summary>An authority matrix as staff read it: what is in force first.</summary>
internal static class MatrixWords
{
    public static AuthorityMatrixView View(PointAuthority authority, CityCatalogue catalogue, DateOnly today, Language language) => new(
        authority.Point, ActorWords.OfOffice(authority.Point, catalogue.Places, language),
        [.. authority.Lines.Select(line => Line(line, catalogue, today, language)).OrderBy(line => line.State == "over").ThenBy(line => line.Item, StringComparer.Ordinal).ThenBy(line => line.Holder, StringComparer.Ordinal).ThenBy(line => line.From)],
        AuthorityWords.View(authority, catalogue, today, language).Suspensions, authority.Version)
    {
        Items = [.. catalogue.Services.Where(service => service.IsDelegated).Select(service => new MatrixItem(service.Code, service.Name.In(language)))],
        StandIns = [.. AuthorityWords.Others(authority.Point, catalogue).Select(other => new StandIn(other.Office, ActorWords.OfOffice(other.Office, catalogue.Places, language)))],
    };

    private static AuthorityLineView Line(AuthorityLine line, CityCatalogue catalogue, DateOnly today, Language language) => new(
        line.Grant.Item, catalogue.Find(line.Grant.Item)?.Name.In(language) ?? line.Grant.Item, line.Grant.Holder.Code(), ActorWords.Of(line.Grant.Holder, language),
        line.Grant.UpTo?.Yuan, line.Grant.From, line.Grant.To, line.Grant.Seal, line.Grant.DecisionName,
        line.Grant.IsInForce(today) ? "in-force" : line.Grant.From > today ? "to-come" : "over", ActorWords.Of(line.By, language), line.At);
}
