using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Advice;
using OneVisit.Functions.Audit;
using OneVisit.Functions.Benefits;
using OneVisit.Functions.Board;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Catalogues;
using OneVisit.Functions.Directories;
using OneVisit.Functions.Directories.Files;
using OneVisit.Functions.Exports;
using OneVisit.Functions.Filing;
using OneVisit.Functions.Forms;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Issuing;
using OneVisit.Functions.Mandates;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Functions.Retention;
using OneVisit.Functions.Sealing;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Statistics;
using OneVisit.Functions.Tasks;
using OneVisit.Functions.Uploads;
using OneVisit.Hosting;
using OneVisit.Storage;
using OneVisit.Storage.MasterKeys;

namespace OneVisit.Functions;

/// <summary>The back office, put together. The same call makes it in the cloud and on this machine.</summary>
public static class BackOffice
{
    private const string HttpTrigger = "httpTrigger";

    /// <exception cref="InvalidOperationException">A setting is missing or malformed; the message names it.</exception>
    public static void Configure(FunctionsApplicationBuilder builder)
    {
        // First: middleware added before it would not see the request. And round HTTP only: an orchestrator must not be awaited from outside.
        builder.ConfigureFunctionsWebApplication();
        builder.UseWhen<RequestDesk>(context => context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == HttpTrigger));

        var settings = BackOfficeSettings.From(builder.Configuration);
        // What stands in an address was typed by a stranger: an ID number in it would be in the log.
        builder.Services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        ScrubbedLogs.Add(builder.Services);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<DirectoryShelf>();
        builder.Services.AddSingleton<CatalogueShelf>();
        // One catalogue a request, however the day turns meanwhile. What outlives a request asks the shelf.
        builder.Services.AddScoped(services => services.GetRequiredService<CatalogueShelf>().InForce);
        builder.Services.AddScoped(services => services.GetRequiredService<CityCatalogue>().Reception);
        builder.Services.AddMasterKeys(_ => settings.Sealing);
        builder.Services.AddProofKeys(settings.Proofs);
        builder.Services.AddLookupKeys(settings.LookUps);
        builder.Services.AddOneVisitStorage(_ => settings.Storage);
        builder.Services.AddSingleton(CodeGateways.Of(settings.CodeGateway));
        builder.Services.AddSingleton<IVirusScan>(settings.Antivirus is { } clamd ? new ClamdScan(clamd, ClamdScan.UsualPatience) : new NoVirusScan());
        builder.Services.AddHostedService<PrepareStorage>();
        builder.Services.AddRefreshing(Telemetry.Meter);
        builder.Services.AddHostedService<WarmPress>();
        AddCallers(builder.Services, settings);
        AddOwn(builder.Services);
        builder.Services.AddSharing(settings.Sharing);
        Telemetry.Add(builder.Services, builder.Configuration);
    }

    private static void AddCallers(IServiceCollection services, BackOfficeSettings settings)
    {
        services.AddSingleton<CallerDirectory>();
        if (settings.Entra is { } entra)
        {
            services.AddSingleton(entra);
            services.AddSingleton<ICallerReader, EntraCallers>();
        }
        else
        {
            services.AddSingleton(provider => new TokenReader(settings.FrontDoorKey!, provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<ICallerReader, SharedKeyCallers>();
        }
    }

    private static void AddOwn(IServiceCollection services)
    {
        services.TryAddSingleton(new SessionClock(TimeProvider.System));
        services.AddSingleton<ProofWords>();
        services.AddSingleton<Proving.ProofReading>();
        services.AddSingleton<Proving.ProofCodes>();
        services.AddSingleton<Proving.ProofDesk>();
        services.AddSingleton<Proving.HeldCasesOf>();
        services.AddSingleton(provider => new CallerPace(provider.GetRequiredService<BackOfficeSettings>().RequestsOfParticipant));
        services.AddSingleton<ActDoor>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<CaseCabinet>();
        services.AddSingleton<PaperLooks>();
        services.AddSingleton<Kinship>();
        services.AddSingleton<CaseIntake>();
        services.AddSingleton<CaseOpening>();
        services.AddSingleton<ApplicationIntake>();
        services.AddSingleton<ApplicationDesk>();
        services.AddSingleton<ApplicationPace>();
        services.AddSingleton<LinkedCases>();
        services.AddSingleton<PlatformAnswers>();
        services.AddSingleton<CasePapers>();
        services.AddSingleton<CaseUploads>();
        services.AddSingleton<Senders>();
        services.AddSingleton<UploadDesk>();
        services.AddSingleton<FileNotices>();
        services.AddSingleton<Staffing.TrainingNotices>();
        services.AddSingleton<QuarantineRounds>();
        services.AddSingleton<CaseWords>();
        services.AddSingleton<FormDesk>();
        services.AddSingleton<PaperIssuer>();
        services.AddSingleton<IOfficePaper, ReceiptOfCase>();
        services.AddSingleton<IOfficePaper, LetterOfDecision>();
        services.AddSingleton<IOfficePaper, CertificateOfNotice>();
        services.AddScoped<MeaningWords>();
        services.AddSingleton<ResidentActs>();
        services.AddSingleton<UnusualThings>();
        services.AddSingleton<RepresentationDesk>();
        services.AddSingleton<RepresentationNaming>();
        services.AddSingleton<CheckWords>();
        services.AddSingleton<TaskWords>();
        services.AddSingleton<NoticePoster>();
        services.AddSingleton<Folder.FolderWords>();
        services.AddSingleton<FilePackager>();
        services.AddSingleton<RegisterDesk>();
        services.AddSingleton<StatisticsDesk>();
        services.AddSingleton<FiguresBook>();
        services.AddSingleton<FiguresDesk>();
        services.AddSingleton<CaseNotices>();
        services.AddSingleton<CasePublisher>();
        services.AddScoped<CaseCourse>();
        services.AddSingleton<CaseBell>();
        services.AddSingleton<ReconcileRounds>();
        services.AddSingleton<MatterCabinet>();
        services.AddSingleton<MatterNotices>();
        services.AddSingleton<MatterPublisher>();
        services.AddSingleton<MatterWords>();
        services.AddSingleton<MatterDesk>();
        services.AddSingleton<Remedies>();
        services.AddSingleton<Register>();
        services.AddSingleton<PickedUp>();
        services.AddSingleton<BenefitEntries>();
        services.AddSingleton<BenefitDesk>();
        services.TryAddSingleton<IDrawSeeds, RandomDrawSeeds>();
        services.AddSingleton<Draws>();
        services.AddSingleton<Points>();
        services.AddSingleton<BuiltInCatalogue>();
        services.AddSingleton<CatalogueDesk>();
        services.AddSingleton<IDirectoryFiles, DirectoryFiles>();
        services.AddSingleton<DirectoryDesk>();
        services.AddSingleton<DirectoryComparing>();
        services.AddSingleton<DirectoryApplying>();
        services.AddSingleton<ApplyDirectory>();
        services.AddHostedService(provider => provider.GetRequiredService<ApplyDirectory>());
        services.AddSingleton<AgentDirectory>();
        services.AddSingleton<AuditDesk>();
        services.AddSingleton<AuditBasis>();
        services.AddSingleton<IndexCheck>();
        services.AddSingleton<LostCases>();
        services.AddSingleton<CaseErasure>();
        services.AddSingleton<ErasingAgain>();
        services.AddSingleton<MatterErasure>();
        services.AddSingleton<Leftovers>();
        services.AddSingleton<ErasingDesk>();
        services.AddSingleton<HoldDesk>();
        services.AddSingleton<PersonExports>();
        services.AddSingleton<ExportZip>();
        services.AddSingleton<PassTurn>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<LookupRotation>();
        services.AddSingleton<HouseholdsOf>();
        services.AddSingleton<MemberReading>();
        services.AddSingleton<Staffing.HandOverDesk>();
        services.AddSingleton<MandateReading>();
        services.AddSingleton<MandateSigning>();
        services.AddSingleton<MandateDesk>();
        services.AddSingleton<MandateToSign>();
        services.AddSingleton<AgentApplying>();
    }
}
