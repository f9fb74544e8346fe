using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Schema;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Folder;
using OneVisit.Hosting;
using OneVisit.Papers;
using OneVisit.Storage;

namespace OneVisit.Functions.Exports;

/// <summary>Writes an export: to read (<c>overview.pdf</c>, a page for each case, every paper as it is kept) and for a program (<c>data.json</c> with its schema).</summary>
public sealed class ExportZip(DocumentStore store, CatalogueShelf shelf, TimeProvider clock)
{
    /// <returns>At its beginning; deleted when it is closed.</returns>
    public async Task<Stream> WriteAsync(PersonalExport export, IReadOnlyList<CaseFile> files, Language language, CancellationToken cancellation)
    {
        // On disk: a case may hold a hundred papers of ten megabytes.
        var stream = TemporaryFile.Open();
        try
        {
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                await PutAsync(zip, "overview.pdf", PaperPress.Print(new ExportPaper(export, shelf.InForce.Retention, language, clock.GetUtcNow()).Set()).Content, cancellation);
                await PutAsync(zip, "data.json", JsonSerializer.SerializeToUtf8Bytes(export, Wire.Json), cancellation);
                await PutAsync(zip, "schema.json", JsonSerializer.SerializeToUtf8Bytes(Wire.Json.GetJsonSchemaAsNode(typeof(PersonalExport)), Wire.Json), cancellation);
                foreach (var (told, file) in export.Cases.Zip(files))
                {
                    await PutAsync(zip, $"cases/{file.CaseId}/case.pdf", PaperPress.Print(new FolderPaper(told.Folder, language, clock.GetUtcNow()).Set()).Content, cancellation);
                    foreach (var paper in ExportFiles.Of(file, language))
                    {
                        if (await paper.ReadAsync(store, cancellation) is { } content)
                            await PutAsync(zip, paper.Told.Path, content.Content.ToArray(), cancellation);
                    }
                }
            }
            stream.Position = 0;
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static async Task PutAsync(ZipArchive zip, string path, byte[] content, CancellationToken cancellation)
    {
        await using var entry = await zip.CreateEntry(path).OpenAsync(cancellation);
        await entry.WriteAsync(content, cancellation);
    }
}
