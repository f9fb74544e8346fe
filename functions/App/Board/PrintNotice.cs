using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Papers;
using Paper = OneVisit.Papers.Paper;

namespace OneVisit.Functions.Board;

/// <summary>The notice for the board in the village, on A4, for staff on the case's way: the same facts as on the page, from the day the opinion is there.</summary>
public sealed class PrintNotice(NoticePoster poster, TimeProvider clock)
{
    [Function(nameof(PrintNotice))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.NoticePaper)] HttpRequest request, string caseId)
    {
        var file = request.Case();
        if (SheetOf(file) is not var (sheet, posted))
            return Problems.NotFound(request);
        return Answers.Pdf(request, PaperPress.Print(PaperOf(file, sheet, posted, request.Language())).Content, "notice");
    }

    // What hangs; before it is posted, what would. What was taken down is not printed again.
    private static (NoticeSheet Sheet, bool Posted)? SheetOf(CaseFile file)
    {
        if (NoticeSheet.Of(file.Current, file.Procedure) is { } hanging)
            return (hanging, true);
        var current = file.Current;
        var waiting = current.OpenTasks.Any(task => task.Kind == StageKind.Notice) && !NoticeRules.IsForbidden(current, file.Procedure);
        return waiting
            ? (new NoticeSheet(
                new MaskedName(current.Applicant.NameMasked), current.Application.Service, file.Procedure.Grants, default, default, NoticeRules.MembersOf(current),
                NoticeSheet.AmountOn(file.Procedure, current.Opinion?.Act.AmountNamed)), false)
            : null;
    }

    private Paper PaperOf(CaseFile file, NoticeSheet sheet, bool posted, Language reader)
    {
        var current = file.Current;
        var number = file.Entries.Select(entry => entry.Event).OfType<PublicNoticeOpened>().LastOrDefault(known => known.Round == current.Round)?.Number ?? poster.NumberOf(current, current.Round);
        var village = file.Catalogue.Places.Village(current.Applicant.VillageCode)?.Name;
        var office = Both(reader, language => ActorWords.OfOffice(Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township), file.Catalogue.Places, language));
        var period = posted
            ? Both(reader, language => Sentences.Of(language, "notice.from-until", Sentences.Day(language, sheet.From), Sentences.Day(language, sheet.Until)))
            : Both(reader, language => Sentences.Of(language, "notice.from-posting", file.Procedure.PublicNoticeDays ?? 7));
        return new Paper(
            new PaperHead(Both(reader, language => Sentences.Of(language, "notice.title")), office.Words, number, Sentences.Of(Language.Chinese, "notice.page-of"), Language.Chinese.Code(), clock.GetUtcNow())
            {
                Foot = [Sentences.Of(Language.Chinese, "notice.foot")],
            },
            [
                new Block.Paragraph(Both(reader, language => Sentences.Of(language, "notice.lead", village?.In(language) ?? "", file.Service.Name.In(language)))),
                new Block.Fields(
                [
                    Field(reader, "notice.name", _ => sheet.Name.ToString()),
                    Field(reader, "notice.members", language => sheet.Members is { } members ? Sentences.Of(language, "note.members", members) : Sentences.Of(language, "notice.unknown")),
                    Field(reader, "notice.amount", language => Amount(sheet, language)),
                    Field(reader, "notice.item", file.Service.Name.In),
                    new Field(Both(reader, language => Sentences.Of(language, "notice.period")), period),
                    Field(reader, "notice.number", _ => number),
                ]),
                new Block.Heading(Both(reader, language => Sentences.Of(language, "notice.object"))),
                new Block.Paragraph(Both(reader, language => Sentences.Of(language, "notice.how", ActorWords.OfOffice(Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township), file.Catalogue.Places, language), number))),
                new Block.Signature(office, Both(reader, language => Sentences.Of(language, "notice.day"))),
            ]);
    }

    private static string Amount(NoticeSheet sheet, Language language) => sheet.Amount switch
    {
        null => Sentences.Of(language, sheet.LeavesAmountOut ? "notice.amount-left-out" : "notice.no-amount"),
        { Yuan: 0 } => Sentences.Of(language, "notice.stops"),
        var amount => Sentences.Of(language, sheet.Grants == Grants.Once ? "note.once" : "note.amount", Sentences.Yuan(language, amount.Value.Yuan)),
    };

    private static Field Field(Language reader, string label, Func<Language, string> value) => new(Both(reader, language => Sentences.Of(language, label)), Both(reader, value));

    // It hangs in Chinese; an English reader finds the same beneath.
    private static Wording Both(Language reader, Func<Language, string> words) =>
        reader == Language.English && words(Language.English) is var english && english != words(Language.Chinese) ? new(words(Language.Chinese), english) : new(words(Language.Chinese));
}
