# Completion for PowerShell. The program itself knows what may follow.
Register-ArgumentCompleter -Native -CommandName jcompose, docker-compose -ScriptBlock {
    param($word, $ast, $position)
    $program = $ast.CommandElements[0].Extent.Text
    $words = @($ast.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.Extent.Text })
    # Older versions drop an empty argument unless it is quoted twice.
    $last = if ($word) { $word } elseif ($PSVersionTable.PSVersion -ge [version]'7.3') { '' } else { '""' }
    & $program __complete @words $last 2>$null | Where-Object { $_ -and -not $_.StartsWith(':') } | ForEach-Object {
        $text, $meaning = $_ -split "`t", 2
        if (-not $meaning) { $meaning = $text }
        [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $meaning)
    }
}
