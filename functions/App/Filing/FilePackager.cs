using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;
using OneVisit.Papers;
using OneVisit.Storage;

namespace OneVisit.Functions.Filing;

/// <summary>
/// Puts the file together that goes to the city (备案卷包), by itself, as soon as the decision is delivered: index, documents, records, decision and
/// the journal. Broken off, it is done again; asked again, it finds the package there. It is made anew when a paper comes in before it was filed.
/// </summary>
public sealed class FilePackager(CaseCabinet cabinet, DocumentStore store, ILogger<FilePackager> logger)
{
    /// <param name="printed">Papers in hand, by the id under which they are kept: they are not read again.</param>
    /// <returns>The case as it then stands.</returns>
    public async Task<CaseFile> PackAsync(CaseFile file, IReadOnlyDictionary<string, BinaryData> printed, CancellationToken cancellation)
    {
        if (!CaseDecisions.NeedsPackage(file.Current))
            return file;
        // On disk: a case may hold a hundred papers of ten megabytes.
        await using var zip = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var missing = PackagePieces.MissingIn(file.Current, file.Procedure, IssuedKinds(file));
        var items = await WriteAsync(file, printed, missing, zip, cancellation);
        zip.Position = 0;
        var hash = await SHA256.HashDataAsync(zip, cancellation);
        zip.Position = 0;
        var documentId = await store.PutPackageAsync(file.CaseId, hash, zip, cancellation);
        var packaged = new FilingPackaged(documentId, Convert.ToHexStringLower(hash), items, zip.Length, file.Entries[^1].Hash, missing);
        logger.LogInformation("A package of {Items} pieces was put together", items);
        return await cabinet.ActAsync(file, (current, _) => CaseDecisions.Package(current.Current, packaged), cancellation) is Acted.Done done ? done.File : file;
    }

    private static HashSet<string> IssuedKinds(CaseFile file) => [.. file.Current.Issued.Where(paper => paper.State == PaperState.Valid).Select(paper => paper.Kind)];

    private async Task<int> WriteAsync(CaseFile file, IReadOnlyDictionary<string, BinaryData> printed, IReadOnlyList<string> missing, Stream zip, CancellationToken cancellation)
    {
        var pieces = new List<PackedPiece>();
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        await AddAsync("1", "records", FilePapers.Records(file), "records.pdf");
        foreach (var (document, index) in file.Current.Documents.Select((document, index) => (document, index + 1)))
        {
            var name = CaseWords.PaperName(file, document.Material, Language.Chinese);
            if (await store.ReadAsync(file.CaseId, document.Material, document.DocumentId, cancellation) is { } content)
                await AddAsync("2", name, content.Content.ToMemory(), $"{index:D3}-{document.Material}{Ending(document.ContentType)}", document.AddedAt);
        }
        foreach (var paper in file.Current.Issued.Where(paper => paper.State == PaperState.Valid))
        {
            if ((printed.GetValueOrDefault(paper.Issued.DocumentId) ?? (await store.ReadIssuedAsync(file.CaseId, paper.Kind, paper.Issued.DocumentId, cancellation))?.Content) is { } content)
                await AddAsync("3", $"{Sentences.Of(Language.Chinese, "paper." + paper.Kind)} {paper.Number}", content.ToMemory(), $"{paper.Kind}-{paper.Issued.DocumentId[..8]}.pdf", paper.At);
        }
        await AddAsync("4", "journal", Encoding.UTF8.GetBytes(JournalExtract.Of(file)), "journal.jsonl");
        // Last, because it holds the check sums of all the others; by its name it stands first.
        await WriteEntryAsync(archive, "00-index.pdf", PaperPress.Print(FilePapers.Index(file, pieces, missing)).Content, file, cancellation);
        return pieces.Count;

        async Task AddAsync(string part, string name, ReadOnlyMemory<byte> content, string fileName, DateTimeOffset? at = null)
        {
            var path = $"{part}0-{Folders[part]}/{fileName}";
            await WriteEntryAsync(archive, path, content, file, cancellation);
            pieces.Add(new PackedPiece(name, path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content.Span)), at));
        }
    }

    private static readonly Dictionary<string, string> Folders = new() { ["1"] = "records", ["2"] = "papers", ["3"] = "issued", ["4"] = "journal" };

    private static async Task WriteEntryAsync(ZipArchive archive, string path, ReadOnlyMemory<byte> content, CaseFile file, CancellationToken cancellation)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        // Of the case, not of the moment: the same file packed twice is the same bytes.
        entry.LastWriteTime = BeijingTime.StartOf(BeijingTime.DayOf(file.Current.Decision!.At));
        await using var stream = entry.Open();
        await stream.WriteAsync(content, cancellation);
    }

    private static string Ending(string contentType) => contentType switch
    {
        "application/pdf" => ".pdf",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/webp" => ".webp",
        "image/heic" => ".heic",
        _ => ".bin",
    };
}

/// <summary>A piece of a package, as the index lists it.</summary>
/// <param name="Name">Name of a paper, or the key of a sentence <c>package.{name}</c>.</param>
internal sealed record PackedPiece(string Name, string Path, long Bytes, string Sha256, DateTimeOffset? At);
