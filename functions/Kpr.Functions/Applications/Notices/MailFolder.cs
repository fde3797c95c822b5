using System.Text;

namespace Kpr.Functions.Applications.Notices;

/// <summary>Lays e-mail as files in a folder, as a mail server's pick-up folder takes them: on one machine. A letter is a file, however often it is sent.</summary>
/// <param name="folder">The folder; made when it is missing.</param>
public sealed class MailFolder(string folder) : IMailSender
{
    /// <inheritdoc/>
    public async Task<SendAnswer> SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{letter.Id}.eml");
        var half = path + ".part";
        await File.WriteAllTextAsync(half, MailText.Write(letter), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        File.Move(half, path, overwrite: true);
        return SendAnswer.Taken;
    }
}
