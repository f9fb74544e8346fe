using Microsoft.Extensions.DependencyInjection;
using OneVisit.Domain.Versions;

namespace OneVisit.Storage;

/// <summary>Puts the stores into a service collection.</summary>
public static class StorageServices
{
    public static IServiceCollection AddOneVisitStorage(this IServiceCollection services, Func<IServiceProvider, StorageOptions> options) => services
        .AddSingleton(provider => new OneVisitStorage(options(provider)))
        .AddSingleton<CaseJournal>()
        .AddSingleton<CaseProjections>()
        .AddSingleton<SupervisionJournal>()
        .AddSingleton<BenefitBook>()
        .AddSingleton<OversightBook>()
        .AddSingleton<RetentionBook>()
        .AddSingleton<ErasureLedger>()
        .AddSingleton<NoticeBoard>()
        .AddSingleton<FilingRegister>()
        .AddSingleton<SharingBook>()
        .AddSingleton<JournalAudit>()
        .AddSingleton<JournalKeys>()
        .AddSingleton<KeyPassBook>()
        .AddSingleton<LookupPassBook>()
        .AddSingleton<LookedUpRows>()
        .AddSingleton<AnchorBook>()
        .AddSingleton<AcceptanceBook>()
        .AddSingleton<FactOutbox>()
        .AddSingleton<EventBook>()
        .AddSingleton<AskedPapers>()
        .AddSingleton<StatisticsBook>()
        .AddSingleton<StatisticsRecount>()
        .AddSingleton<StatisticsReading>()
        .AddSingleton<CaseIndex>()
        .AddSingleton<SubmissionRegister>()
        .AddSingleton<OneTimeCodes>()
        .AddSingleton<WorkQueue>()
        .AddSingleton<StaffDirectory>()
        .AddSingleton<HandOverBook>()
        .AddSingleton<TrainingWarnings>()
        .AddSingleton<DocumentStore>()
        .AddSingleton<QuarantineStore>()
        .AddSingleton<UploadBook>()
        .AddSingleton<NoticeQueue>()
        .AddSingleton<NoticeOversight>()
        .AddSingleton<SeenNotices>()
        .AddSingleton<SpentTickets>()
        .AddSingleton<EndedSessions>()
        .AddSingleton<BotStateBlobs>()
        .AddSingleton<CatalogueStore>()
        .AddSingleton<ICatalogueVersions>(provider => provider.GetRequiredService<CatalogueStore>())
        .AddSingleton<DirectoryStore>()
        .AddSingleton<DirectoryMark>()
        .AddSingleton<IDirectoryEditions>(provider => provider.GetRequiredService<DirectoryStore>())
        .AddSingleton<CardBook>()
        .AddSingleton<ConversationBook>();
}
