; A UEFI application as one flat PE32+ image (UEFI specification 2.10, chapters 2.1 and 4.3): prints what it is and the
; path it was loaded from through ConOut, waits a second and turns the machine off.
; Assembled with: nasm -f bin -D NAME="'...'"

bits 64
default rel

SECTION_ALIGNMENT equ 0x1000
FILE_ALIGNMENT    equ 0x200
TEXT_RVA          equ 0x1000
RELOC_RVA         equ 0x2000

; EFI_SYSTEM_TABLE, EFI_BOOT_SERVICES, EFI_RUNTIME_SERVICES and EFI_LOADED_IMAGE_PROTOCOL on x64
ST_CON_OUT            equ 64
ST_RUNTIME_SERVICES   equ 88
ST_BOOT_SERVICES      equ 96
OUT_OUTPUT_STRING     equ 8
BS_HANDLE_PROTOCOL    equ 152
BS_STALL              equ 248
RS_RESET_SYSTEM       equ 104
LI_FILE_PATH          equ 32
RESET_SHUTDOWN        equ 2

; Device path nodes: type, subtype, length (16 bits), data
MEDIA_DEVICE_PATH     equ 4
MEDIA_FILEPATH        equ 4
END_DEVICE_PATH       equ 0x7f

headers:
    db 'MZ'
    times 0x3c - ($ - $$) db 0
    dd pe_header
    times 0x80 - ($ - $$) db 0
pe_header:
    db 'PE', 0, 0
    dw 0x8664                       ; AMD64
    dw 2                            ; sections
    dd 0, 0, 0                      ; no time: every build is the same
    dw optional_header_end - optional_header
    dw 0x0022                       ; executable, large addresses; relocations are not stripped
optional_header:
    dw 0x20b                        ; PE32+
    db 14, 0
    dd text_raw_size
    dd reloc_raw_size
    dd 0
    dd TEXT_RVA + (entry - text)
    dd TEXT_RVA
    dq 0x180000000
    dd SECTION_ALIGNMENT, FILE_ALIGNMENT
    dw 0, 0, 0, 0, 0, 0
    dd 0
    dd RELOC_RVA + SECTION_ALIGNMENT
    dd FILE_ALIGNMENT
    dd 0
    dw 10                           ; EFI application
    dw 0
    dq 0x100000, 0x1000, 0x100000, 0x1000
    dd 0
    dd 16                           ; data directories
    dq 0, 0, 0, 0, 0
    dd RELOC_RVA, reloc_end - reloc
    times 10 dq 0
optional_header_end:
    db '.text', 0, 0, 0
    dd text_end - text, TEXT_RVA, text_raw_size, FILE_ALIGNMENT
    dd 0, 0
    dw 0, 0
    dd 0xe0000020
    db '.reloc', 0, 0
    dd reloc_end - reloc, RELOC_RVA, reloc_raw_size, FILE_ALIGNMENT + text_raw_size
    dd 0, 0
    dw 0, 0
    dd 0x42000040
    times FILE_ALIGNMENT - ($ - $$) db 0

text:
; rcx: image handle, rdx: system table
entry:
    push rbx
    push rsi
    sub rsp, 0x38
    mov rbx, rdx
    mov rsi, rcx
    lea rdx, [banner]
    call print
    mov rcx, rsi
    lea rdx, [loaded_image_guid]
    lea r8, [rsp + 0x30]
    mov rax, [rbx + ST_BOOT_SERVICES]
    call [rax + BS_HANDLE_PROTOCOL]
    test rax, rax
    jnz .end_of_path
    mov rsi, [rsp + 0x30]
    mov rsi, [rsi + LI_FILE_PATH]
.node:
    test rsi, rsi
    jz .end_of_path
    cmp byte [rsi], END_DEVICE_PATH
    je .end_of_path
    cmp word [rsi], MEDIA_DEVICE_PATH | (MEDIA_FILEPATH << 8)
    jne .next
    lea rdx, [rsi + 4]
    call print
.next:
    movzx eax, word [rsi + 2]
    add rsi, rax
    jmp .node
.end_of_path:
    lea rdx, [line_end]
    call print
    mov ecx, 1000000                ; microseconds
    mov rax, [rbx + ST_BOOT_SERVICES]
    call [rax + BS_STALL]
    mov ecx, RESET_SHUTDOWN
    xor edx, edx
    xor r8d, r8d
    xor r9d, r9d
    mov rax, [rbx + ST_RUNTIME_SERVICES]
    call [rax + RS_RESET_SYSTEM]
    xor eax, eax                    ; a firmware that cannot turn off goes on with its next boot option
    add rsp, 0x38
    pop rsi
    pop rbx
    ret

; rdx: NUL-terminated UTF-16 text; rbx: system table
print:
    sub rsp, 0x28
    mov rcx, [rbx + ST_CON_OUT]
    call [rcx + OUT_OUTPUT_STRING]
    add rsp, 0x28
    ret

align 8
loaded_image_guid:
    dd 0x5b1b31a1
    dw 0x9562, 0x11d2
    db 0x8e, 0x3f, 0x00, 0xa0, 0xc9, 0x69, 0x72, 0x3b
banner:
    dw __utf16__('Stillframe sample '), __utf16__(NAME), __utf16__(': started from '), 0
line_end:
    dw 13, 10, 0
text_end:
    align FILE_ALIGNMENT, db 0
text_raw_size equ $ - text

; One block without entries: everything is addressed relative to RIP.
reloc:
    dd TEXT_RVA, 8
reloc_end:
    align FILE_ALIGNMENT, db 0
reloc_raw_size equ $ - reloc
